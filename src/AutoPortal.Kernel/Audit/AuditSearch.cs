#pragma warning disable RS0030 // The audit tables belong to the kernel; all are read in one transaction of the scope's tenant.
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using Dapper;
using Npgsql;

namespace AutoPortal.Kernel.Audit;

/// <summary>What to look for; absent parts match everything.</summary>
/// <param name="ActorId">Who.</param>
/// <param name="Entity">snake_case name of the entity.</param>
/// <param name="EntityId">The row.</param>
/// <param name="Action">Such as <c>changed</c>.</param>
/// <param name="TraceId">All of one act.</param>
/// <param name="From">Not before, UTC.</param>
/// <param name="To">Before, UTC.</param>
public sealed record AuditQuery(Guid? ActorId = null, string? Entity = null, Guid? EntityId = null, string? Action = null, string? TraceId = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>One line of the audit.</summary>
/// <param name="Module">Schema it was written in.</param>
/// <param name="Id">The entry; sorts by time.</param>
/// <param name="At">When.</param>
/// <param name="ActorName">Who.</param>
/// <param name="Origin">From where.</param>
/// <param name="Action">What was done.</param>
/// <param name="Entity">To what.</param>
/// <param name="EntityId">Which.</param>
/// <param name="Before">JSON, or null.</param>
/// <param name="After">JSON, or null.</param>
/// <param name="TraceId">Trace of the act, or null.</param>
public sealed record AuditRow(string Module, Guid Id, DateTimeOffset At, string ActorName, string Origin, string Action, string Entity, Guid EntityId, string? Before, string? After, string? TraceId);

/// <summary>Searches the audit of all modules, newest first.</summary>
public sealed class AuditSearch(NpgsqlDataSource source, IEnumerable<ModuleDbEntry> modules, CurrentScope scope)
{
    /// <summary>Permission to read the audit.</summary>
    public const string Permission = "platform.audit";

    /// <summary>One page; <see cref="PageRequest.After"/> is the id of the last row seen.</summary>
    public async Task<Page<AuditRow>> FindAsync(AuditQuery query, PageRequest page, CancellationToken ct)
    {
        if (!scope.May(Permission) || !scope.SeesAllDealers)
        {
            return new Page<AuditRow>([], null, 0);
        }

        var conditions = new List<string> { "tenant_id = @tenant", "(@after::uuid is null or id < @after)" };
        Add(query.ActorId is not null, "actor_id = @actor");
        Add(query.Entity is not null, "entity = @entity");
        Add(query.EntityId is not null, "entity_id = @entityId");
        Add(query.Action is not null, "action = @action");
        Add(query.TraceId is not null, "trace_id = @trace");
        Add(query.From is not null, "id >= platform_shared.id_floor(@from)");
        Add(query.To is not null, "id < platform_shared.id_floor(@to)");
        var where = string.Join(" and ", conditions);

        // Each module gives at most a page, so that the union stays small however long the audit is.
        var union = string.Join("\nunion all\n", modules.Select(m =>
            $"(select '{m.Schema}' as module, id, at, actor_name, origin, action, entity, entity_id, before, after, trace_id from {m.Schema}.audit_entries where {where} order by id desc limit @size)"));
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(TenantInterceptor.SetTenant(scope.TenantId), transaction: transaction, cancellationToken: ct));
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"select * from ({union}) a order by id desc limit @size",
            new
            {
                tenant = scope.TenantId,
                after = Guid.TryParse(page.After, out var after) ? after : (Guid?)null,
                actor = query.ActorId,
                entity = query.Entity,
                entityId = query.EntityId,
                action = query.Action,
                trace = query.TraceId,
                from = query.From,
                to = query.To,
                size = page.Size + 1,
            },
            transaction, cancellationToken: ct))).AsList();
        var shown = rows.Take(page.Size).Select(r => r.ToAuditRow()).ToList();
        return new Page<AuditRow>(shown, rows.Count > page.Size ? shown[^1].Id.ToString() : null, null);

        void Add(bool applies, string condition)
        {
            if (applies)
            {
                conditions.Add(condition);
            }
        }
    }

    private sealed class Row
    {
        public string Module { get; init; } = "";
        public Guid Id { get; init; }
        public DateTime At { get; init; }
        public string Actor_name { get; init; } = "";
        public string Origin { get; init; } = "";
        public string Action { get; init; } = "";
        public string Entity { get; init; } = "";
        public Guid Entity_id { get; init; }
        public string? Before { get; init; }
        public string? After { get; init; }
        public string? Trace_id { get; init; }

        public AuditRow ToAuditRow() => new(Module, Id, new DateTimeOffset(At, TimeSpan.Zero), Actor_name, Origin, Action, Entity, Entity_id, Before, After, Trace_id);
    }
}
