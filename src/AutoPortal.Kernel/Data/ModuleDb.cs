using System.Diagnostics;
using System.Text.Json;
using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Data;

/// <summary>
/// A module's door to its own schema. Lives for one operation: the factory opens one short transaction, <see cref="SaveAsync"/> ends it.
/// Applies the scope three times: as named filters on every query, as tenant of every new row, as a check of every changed row.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, CurrentScope scope) : DbContext(options)
{
    /// <summary>Name of the filter that keeps tenants apart.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>Name of the filter that keeps dealers, and owners, apart inside a tenant.</summary>
    public const string ReachFilter = "reach";

    // From so many on, events and audit are worth a statement of their own.
    private const int Many = 20;

    private readonly List<(IntegrationEvent Event, string? TraceParent)> _published = [];
    private readonly List<AuditEntry> _audited = [];
    private readonly List<LiveMessage> _announced = [];
    private ImportFollow? _follow;

    /// <summary>The module's PostgreSQL schema.</summary>
    public abstract string SchemaName { get; }

    /// <summary>The scope this context was made in.</summary>
    public CurrentScope Scope => scope;

    internal bool IsTenantSet { get; set; }

    internal bool IsDone { get; private set; }

    /// <summary>Sees what this context changes, where an import must be able to take it back.</summary>
    internal ImportCapture? Capture { get; set; }

    // Read by the query filters: EF evaluates them anew for each context.
    internal Guid ScopeTenantId => scope.TenantId;
    internal bool ScopeSeesAllDealers => scope.SeesAllDealers;
    internal bool ScopeSeesAllOwners => !scope.SeesOwnOnly;
    internal IReadOnlyList<Guid> ScopeDealerIds => scope.DealerIds;
    internal Guid? ScopeUserId => scope.UserId;

    private TimeProvider Clock => this.GetService<TimeProvider>();

    /// <summary>Stores an event with the next save; it is delivered after the commit, at least once, in order per aggregate.</summary>
    public void Publish(IntegrationEvent integrationEvent) => Publish(integrationEvent, Activity.Current?.Id);

    /// <summary>The same for an act whose trace is not the running one, because acts of several people are saved together.</summary>
    public void Publish(IntegrationEvent integrationEvent, string? traceParent) => _published.Add((integrationEvent, traceParent));

    /// <summary>Tells open screens after the commit. Not stored: whoever is not listening reads the rows when they look.</summary>
    /// <param name="topic">Such as <c>user:{id}</c>; the tenant is added.</param>
    /// <param name="payload">Ids only, never personal data; at most some hundred characters.</param>
    public void Announce(string topic, string payload) => _announced.Add(new LiveMessage(scope.TenantId, topic, payload));

    /// <summary>Writes an audit entry for an act that changes no tracked row, such as showing a phone number or an update by hand-written SQL.</summary>
    public void Audit(string action, string entity, Guid entityId, object? before, object? after)
        => Add(NewEntry(action, entity, entityId, before is null ? null : JsonSerializer.Serialize(before), after is null ? null : JsonSerializer.Serialize(after)));

    /// <summary>What this context changes is the house's own doing: records that nobody else touched since their import can still be taken back.</summary>
    /// <param name="runOf">The run that added a record, or null.</param>
    public void LetImportsFollow(Func<TenantEntity, Guid?> runOf) => _follow = new(runOf);

    /// <summary>Saves the changes, their audit and their events, and commits.</summary>
    /// <returns>Refused with <see cref="Refusal.ChangedMeanwhile"/> where another person saved first.</returns>
    public async Task<Outcome> SaveAsync(CancellationToken ct = default)
    {
        StampAndCheck();
        _audited.AddRange(AuditTrail.Of(ChangeTracker, NewEntry));
        var messages = Messages();
        var areMany = _audited.Count + messages.Count >= Many;
        if (!areMany)
        {
            AddRange(_audited);
            AddRange(messages);
            // The stamps of what was just added; everything else was checked above.
            StampAndCheck();
        }

        try
        {
            if (Capture is { } capture)
            {
                await capture.BeforeAsync(this, ct);
                await SaveChangesAsync(ct);
                await capture.AfterAsync(this, ct);
            }
            else
            {
                await (_follow?.BeforeAsync(this, ct) ?? Task.CompletedTask);
                await SaveChangesAsync(ct);
                await (_follow?.AfterAsync(this, ct) ?? Task.CompletedTask);
            }

            if (areMany)
            {
                await this.InsertManyAsync(_audited, ct);
                await this.InsertManyAsync(messages, ct);
            }

            await Database.CommitTransactionAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }

        IsDone = true;
        var signals = this.GetService<CommitSignals>();
        if (_published.Count > 0)
        {
            signals.OutboxHasWork(SchemaName, scope.TenantId);
        }

        signals.Announce(_announced);
        return Outcome.Ok;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(SchemaName);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, t => t.Namespace is { } ns && GetType().Namespace is { } own && ns.StartsWith(own, StringComparison.Ordinal));
        KernelTables.Map(modelBuilder);
        ModuleModel.Apply(modelBuilder, this);
    }

    internal async Task BeginAsync(CancellationToken ct) => await Database.BeginTransactionAsync(ct);

    private AuditEntry NewEntry(string action, string entity, Guid entityId, string? before, string? after)
        => new(
            Ids.New(Clock),
            Clock.GetUtcNow(),
            scope.UserId,
            scope.IsEntered ? scope.Facts.UserName : "",
            scope.IsEntered ? scope.Facts.Origin : "",
            action,
            entity,
            entityId,
            before,
            after,
            Activity.Current?.TraceId.ToString());

    internal void NoteAdded<T>(IEntityType type, IReadOnlyCollection<T> rows) where T : TenantEntity
    {
        if (Capture is { } capture)
        {
            // The ledger tells of each; the audit says whose run it was, and how many.
            _audited.AddRange(AuditTrail.OfImported(type, rows.Count, capture.RunId, NewEntry));
            capture.Inserted(type, rows);
        }
        else
        {
            _audited.AddRange(AuditTrail.OfAdded(type, rows, NewEntry));
        }
    }

    private List<OutboxMessage> Messages()
    {
        var now = Clock.GetUtcNow();
        return _published.ConvertAll(published => new OutboxMessage(
            Ids.New(Clock),
            EventTypes.NameOf(published.Event.GetType()),
            published.Event.AggregateKey,
            EventTypes.Serialize(published.Event),
            published.TraceParent,
            now));
    }

    private void StampAndCheck()
    {
        if (!scope.IsEntered)
        {
            throw new InvalidOperationException("Nothing is saved without a scope.");
        }

        foreach (var entry in ChangeTracker.Entries<TenantEntity>())
        {
            if (entry.State == EntityState.Added && entry.Entity.TenantId == Guid.Empty)
            {
                entry.Entity.TenantId = scope.TenantId;
            }

            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                ScopeCheck.Require(entry, scope);
            }
        }
    }
}
