using AutoPortal.Kernel.Scopes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>
/// One writer for each tenant and node: while it commits, the next posts gather, and all of them go with the next commit.
/// A post is answered only after the commit that holds its events.
/// </summary>
internal sealed partial class EventLanes(ScopeRunner scopes, IOptions<CustomersOptions> options, TimeProvider clock, ILogger<EventLanes> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Lane> _lanes = [];

    /// <summary>Gets in line; false where the line is too long.</summary>
    /// <param name="tenantId">Whose lane.</param>
    /// <param name="events">What to store.</param>
    /// <param name="stored">Done once they are committed; fails with <see cref="EventsNotStoredException"/>.</param>
    public bool TryStore(Guid tenantId, CheckedEvents events, out Task stored)
    {
        var waiting = new WaitingEvents(events);
        stored = waiting.Stored;
        lock (_gate)
        {
            if (_lanes.TryGetValue(tenantId, out var lane))
            {
                return lane.TryAdd(waiting, options.Value.EventsWaiting);
            }

            _lanes[tenantId] = lane = new Lane();
            lane.TryAdd(waiting, int.MaxValue);
        }

        // Not under the first post's trace or culture: the batch belongs to all of them.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => WriteAsync(tenantId));
        }

        return true;
    }

    private async Task WriteAsync(Guid tenantId)
    {
        while (Take(tenantId) is { } batch)
        {
            await StoreAsync(tenantId, batch);
        }
    }

    private List<WaitingEvents>? Take(Guid tenantId)
    {
        lock (_gate)
        {
            var batch = _lanes[tenantId].Take(options.Value.EventsPerBatch);
            if (batch.Count == 0)
            {
                _lanes.Remove(tenantId);
                return null;
            }

            return batch;
        }
    }

    private async Task StoreAsync(Guid tenantId, IReadOnlyList<WaitingEvents> batch)
    {
        try
        {
            using var limit = new CancellationTokenSource(options.Value.EventBatchWithin, clock);
            await scopes.RunAsync(
                new ScopeFacts(tenantId, "", Reach.Consumer) { Origin = nameof(EventLanes) },
                (services, ct) => services.GetRequiredService<StoreEvents>().RunAsync(
                    [.. batch.SelectMany(b => b.Events.Taken)], [.. batch.SelectMany(b => b.Events.Refused)], ct),
                limit.Token);
            foreach (var waiting in batch)
            {
                waiting.Reply();
            }
        }
        catch (PostgresException fault) when (batch.Count > 1 && fault.SqlState is ['2', '2' or '3', ..])
        {
            // Halved until the one that cannot be stored stands alone; the others do not pay for it.
            await StoreAsync(tenantId, [.. batch.Take(batch.Count / 2)]);
            await StoreAsync(tenantId, [.. batch.Skip(batch.Count / 2)]);
        }
#pragma warning disable CA1031 // The fault belongs to the posts, each of which is answered with it, and the lane goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotStored(fault, batch.Sum(b => b.Events.Count), tenantId);
            foreach (var waiting in batch)
            {
                waiting.Fail(new EventsNotStoredException("Events were not stored; they may be sent again.", fault));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} events of {TenantId} were not stored; their browsers are asked to send them again")]
    private partial void NotStored(Exception fault, int count, Guid tenantId);

    private sealed class Lane
    {
        private readonly Queue<WaitingEvents> _queue = new();
        private int _events;

        public bool TryAdd(WaitingEvents waiting, int most)
        {
            if (_events + waiting.Events.Count > most)
            {
                return false;
            }

            _events += waiting.Events.Count;
            _queue.Enqueue(waiting);
            return true;
        }

        public List<WaitingEvents> Take(int most)
        {
            var batch = new List<WaitingEvents>();
            while (most > 0 && _queue.TryDequeue(out var next))
            {
                most -= next.Events.Count;
                _events -= next.Events.Count;
                batch.Add(next);
            }

            return batch;
        }
    }
}

/// <summary>A batch was rolled back; the cause is inside.</summary>
internal sealed class EventsNotStoredException(string message, Exception inner) : Exception(message, inner);
