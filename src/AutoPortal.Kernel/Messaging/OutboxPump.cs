#pragma warning disable RS0030 // The outbox tables belong to the kernel; every statement carries its tenant, and row-level security stands behind it.
using System.Diagnostics;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Takes a batch of one tenant's messages under a lock, calls their handlers, and marks what every handler has had.</summary>
internal sealed partial class OutboxPump(
    NpgsqlDataSource source,
    IEnumerable<ModuleDbEntry> modules,
    EventRoutes routes,
    ScopeRunner scopes,
    IOptions<OutboxOptions> options,
    TimeProvider clock,
    PortalMetrics metrics,
    ILogger<OutboxPump> log)
{
    internal static readonly ActivitySource Traces = new("AutoPortal.Outbox");

    /// <summary>Outboxes with messages that are due, of all tenants.</summary>
    public async Task<IReadOnlyList<OutboxKey>> FindWorkAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var found = new List<OutboxKey>();
        foreach (var module in modules)
        {
            var tenants = await connection.QueryAsync<Guid>(new CommandDefinition($"select * from {module.Schema}.outbox_tenants()", cancellationToken: ct));
            found.AddRange(tenants.Select(t => new OutboxKey(module.Schema, t)));
        }

        return found;
    }

    /// <summary>Delivers one batch.</summary>
    /// <returns>Whether the batch was full, so that more may wait.</returns>
    public async Task<bool> DeliverBatchAsync(OutboxKey key, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(TenantInterceptor.SetTenant(key.TenantId), transaction: transaction, cancellationToken: ct));

        // One deliverer per tenant and module keeps the order; whoever holds it hears the same wake-ups.
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select pg_try_advisory_xact_lock(hashtextextended(@name, 0))", new { name = "outbox:" + key.ToWord() }, transaction, cancellationToken: ct)))
        {
            return false;
        }

        var due = (await connection.QueryAsync<Waiting>(new CommandDefinition(
            $"""
            select m.id, m.type, m.aggregate_key as AggregateKey, m.payload, m.trace_parent as TraceParent, m.attempts, m.created_at as CreatedAt
            from {key.Schema}.outbox_messages m
            where m.tenant_id = @tenant and m.delivered_at is null and m.dead_at is null and m.next_attempt_at <= @now
              and not exists (
                select 1 from {key.Schema}.outbox_messages e
                where e.tenant_id = @tenant and e.aggregate_key = m.aggregate_key and e.id < m.id
                  and e.delivered_at is null and e.dead_at is null and e.next_attempt_at > @now)
            order by m.id
            limit @size
            """,
            new { tenant = key.TenantId, now = clock.GetUtcNow(), size = options.Value.BatchSize }, transaction, cancellationToken: ct))).AsList();

        var failed = new HashSet<string>(StringComparer.Ordinal);
        var delivered = new List<Guid>(due.Count);
        foreach (var wave in Waves(due))
        {
            foreach (var group in wave.GroupBy(m => m.Type))
            {
                var batch = group.Where(m => !failed.Contains(m.AggregateKey)).ToList();
                foreach (var (message, fault) in await HandleAsync(key.TenantId, group.Key, batch, ct))
                {
                    failed.Add(message.AggregateKey);
                    await MarkFailedAsync(connection, transaction, key, message, fault, ct);
                }

                delivered.AddRange(batch.Where(m => !failed.Contains(m.AggregateKey)).Select(m => m.Id));
            }
        }

        await connection.ExecuteAsync(new CommandDefinition(
            $"update {key.Schema}.outbox_messages set delivered_at = @now where tenant_id = @tenant and id = any(@ids)",
            new { tenant = key.TenantId, now = clock.GetUtcNow(), ids = delivered.ToArray() }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        metrics.Delivered(key.Schema, delivered.Count);
        return due.Count == options.Value.BatchSize;
    }

    // Messages of one type go together, yet an aggregate's messages keep their order: a later message of another type waits for the next wave.
    internal static IEnumerable<IReadOnlyList<Waiting>> Waves(IReadOnlyList<Waiting> due)
    {
        var waves = new List<List<Waiting>>();
        var last = new Dictionary<string, (int Wave, string Type)>(StringComparer.Ordinal);
        foreach (var message in due)
        {
            var wave = last.TryGetValue(message.AggregateKey, out var at) ? (at.Type == message.Type ? at.Wave : at.Wave + 1) : 0;
            last[message.AggregateKey] = (wave, message.Type);
            while (waves.Count <= wave)
            {
                waves.Add([]);
            }

            waves[wave].Add(message);
        }

        return waves;
    }

    private async Task<IReadOnlyList<(Waiting Message, Exception Fault)>> HandleAsync(Guid tenantId, string type, List<Waiting> batch, CancellationToken ct)
    {
        var failures = new Dictionary<Guid, (Waiting Message, Exception Fault)>();
        foreach (var route in routes.Of(type))
        {
            if (await TryAsync(tenantId, route, batch, ct) is null)
            {
                continue;
            }

            foreach (var message in batch)
            {
                if (await TryAsync(tenantId, route, [message], ct) is { } fault)
                {
                    failures.TryAdd(message.Id, (message, fault));
                }
            }
        }

        return [.. failures.Values];
    }

    private async Task<Exception?> TryAsync(Guid tenantId, EventRoute route, IReadOnlyList<Waiting> batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return null;
        }

        using var trace = Continue(batch[0].TraceParent, route.HandlerName);
        try
        {
            await scopes.RunAsync(tenantId, route.HandlerName, (services, stop) => route.HandleAsync(services, batch, stop), ct);
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a handler throws is stored with the message and tried again; the runner is the edge that logs it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            HandlerFailed(fault, route.HandlerName, batch.Count);
            return fault;
        }
    }

    // The trace goes on although no exporter listens: what the handler writes and publishes carries its id.
    private static Activity Continue(string? traceParent, string handler)
    {
        if (Traces.StartActivity(handler, ActivityKind.Consumer, traceParent) is { } listened)
        {
            return listened;
        }

        var activity = new Activity(handler);
        if (traceParent is not null)
        {
            activity.SetParentId(traceParent);
        }

        return activity.Start();
    }

    private async Task MarkFailedAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, OutboxKey key, Waiting message, Exception fault, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempts = message.Attempts + 1;
        var isDead = attempts >= options.Value.MaxAttempts;
        var wait = TimeSpan.FromSeconds(Math.Min(300, options.Value.FirstRetryAfter.TotalSeconds * Math.Pow(2, attempts - 1)));
        var error = $"{fault.GetType().Name}: {fault.Message}";
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update {key.Schema}.outbox_messages
            set attempts = @attempts, next_attempt_at = @next, last_error = left(@error, 1000), dead_at = @dead
            where tenant_id = @tenant and id = @id
            """,
            new { attempts, next = now + wait, error, dead = isDead ? now : (DateTimeOffset?)null, tenant = key.TenantId, id = message.Id }, transaction, cancellationToken: ct));
        if (isDead)
        {
            metrics.Died(key.Schema);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Handler} failed on {Count} messages")]
    private partial void HandlerFailed(Exception fault, string handler, int count);

    internal sealed class Waiting
    {
        public Guid Id { get; init; }
        public string Type { get; init; } = "";
        public string AggregateKey { get; init; } = "";
        public string Payload { get; init; } = "";
        public string? TraceParent { get; init; }
        public int Attempts { get; init; }
        public DateTime CreatedAt { get; init; }
    }
}
