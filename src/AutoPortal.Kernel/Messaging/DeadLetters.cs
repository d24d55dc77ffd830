#pragma warning disable RS0030 // The outbox tables belong to the kernel; each module is asked in turn, in the tenant's own transaction.
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using Dapper;
using Npgsql;

namespace AutoPortal.Kernel.Messaging;

/// <summary>An event that was given up.</summary>
/// <param name="Module">Schema whose outbox holds it.</param>
/// <param name="Id">The message.</param>
/// <param name="Type">Stored name of the event.</param>
/// <param name="Error">Why the last try failed.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="CreatedAt">When the act happened.</param>
/// <param name="DeadAt">When it was given up.</param>
/// <param name="TraceId">Trace of the act, or null.</param>
public sealed record DeadLetter(string Module, Guid Id, string Type, string? Error, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DeadAt, string? TraceId);

/// <summary>What a person can do with events that were given up: see why, replay, discard with a reason.</summary>
public sealed class DeadLetters(NpgsqlDataSource source, IEnumerable<ModuleDbEntry> modules, CurrentScope scope, OutboxWakeUp wakeUp, TimeProvider clock)
{
    /// <summary>Permission to see, replay and discard.</summary>
    public const string Permission = "platform.dead_letters";

    /// <summary>Newest first, of all modules of the scope's tenant. <see cref="PageRequest.After"/> is the id of the last row seen.</summary>
    public async Task<Page<DeadLetter>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(Permission))
        {
            return new Page<DeadLetter>([], null, 0);
        }

        var after = Guid.TryParse(page.After, out var id) ? id : (Guid?)null;
        var union = string.Join("\nunion all\n", modules.Select(m =>
            $"""
            select '{m.Schema}' as module, id, type, last_error as error, attempts, created_at, dead_at, trace_parent
            from {m.Schema}.outbox_messages
            where tenant_id = @tenant and dead_at is not null and discard_reason is null
            """));
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await BeginAsync(connection, ct);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"select * from ({union}) d where @after::uuid is null or id < @after order by id desc limit @size",
            new { tenant = scope.TenantId, after, size = page.Size + 1 }, transaction, cancellationToken: ct))).AsList();
        var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"select count(*) from ({union}) d", new { tenant = scope.TenantId }, transaction, cancellationToken: ct));
        var shown = rows.Take(page.Size).Select(r => r.ToLetter()).ToList();
        return new Page<DeadLetter>(shown, rows.Count > page.Size ? shown[^1].Id.ToString() : null, total);
    }

    /// <summary>Puts the message back in line with a fresh count of tries.</summary>
    public async Task<Outcome> ReplayAsync(string module, Guid id, CancellationToken ct)
    {
        var outcome = await ChangeAsync(module, id, "set dead_at = null, attempts = 0, next_attempt_at = @now", "dead_letter_replayed", null, ct);
        if (outcome.IsOk)
        {
            wakeUp.For(module, scope.TenantId);
        }

        return outcome;
    }

    /// <summary>Takes the message off the list for good; the reason is kept with it and in the audit.</summary>
    public Task<Outcome> DiscardAsync(string module, Guid id, string reason, CancellationToken ct)
        => string.IsNullOrWhiteSpace(reason) || reason.Length > 500
            ? Task.FromResult<Outcome>(new Refusal("kernel.reason_required"))
            : ChangeAsync(module, id, "set discard_reason = @reason", "dead_letter_discarded", reason, ct);

    private async Task<Outcome> ChangeAsync(string module, Guid id, string set, string action, string? reason, CancellationToken ct)
    {
        if (!scope.May(Permission))
        {
            return Refusal.NotAllowed;
        }

        if (modules.All(m => m.Schema != module))
        {
            return Refusal.NotFound;
        }

        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await BeginAsync(connection, ct);
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            $"update {module}.outbox_messages {set} where tenant_id = @tenant and id = @id and dead_at is not null and discard_reason is null",
            new { tenant = scope.TenantId, id, now, reason }, transaction, cancellationToken: ct));
        if (changed == 0)
        {
            return Refusal.NotFound;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into {module}.audit_entries (tenant_id, id, at, actor_id, actor_name, origin, action, entity, entity_id, after)
            values (@tenant, @auditId, @now, @actor, @name, @origin, @action, 'outbox_message', @id, @after)
            """,
            new
            {
                tenant = scope.TenantId,
                auditId = Ids.New(clock),
                now,
                actor = scope.UserId,
                name = scope.Facts.UserName,
                origin = scope.Facts.Origin,
                action,
                id,
                after = reason is null ? null : System.Text.Json.JsonSerializer.Serialize(new { reason }),
            },
            transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return Outcome.Ok;
    }

    private async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(TenantInterceptor.SetTenant(scope.TenantId), transaction: transaction, cancellationToken: ct));
        return transaction;
    }

    private sealed class Row
    {
        public string Module { get; init; } = "";
        public Guid Id { get; init; }
        public string Type { get; init; } = "";
        public string? Error { get; init; }
        public int Attempts { get; init; }
        public DateTime Created_at { get; init; }
        public DateTime Dead_at { get; init; }
        public string? Trace_parent { get; init; }

        public DeadLetter ToLetter() => new(Module, Id, Type, Error, Attempts, new DateTimeOffset(Created_at, TimeSpan.Zero), new DateTimeOffset(Dead_at, TimeSpan.Zero), Trace_parent?.Split('-') is { Length: 4 } parts ? parts[1] : null);
    }
}
