using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Messaging;

/// <summary>From one event type to one handler.</summary>
public abstract class EventRoute
{
    /// <summary>Stored name of the event type.</summary>
    public abstract string EventName { get; }

    /// <summary>The event's class.</summary>
    public abstract Type EventType { get; }

    /// <summary>What the inbox remembers the handler by.</summary>
    public abstract string HandlerName { get; }

    internal abstract Task HandleAsync(IServiceProvider services, IReadOnlyList<OutboxPump.Waiting> batch, CancellationToken ct);
}

internal sealed class EventRoute<TEvent, THandler> : EventRoute
    where TEvent : IntegrationEvent
    where THandler : class, IHandle<TEvent>
{
    public override string EventName => EventTypes.NameOf(typeof(TEvent));

    public override Type EventType => typeof(TEvent);

    public override string HandlerName => typeof(THandler).Name;

    internal override Task HandleAsync(IServiceProvider services, IReadOnlyList<OutboxPump.Waiting> batch, CancellationToken ct)
        => services.GetRequiredService<THandler>().HandleAsync(
            [.. batch.Select(m => new Delivery<TEvent>(m.Id, EventTypes.Deserialize<TEvent>(m.Payload), new DateTimeOffset(m.CreatedAt, TimeSpan.Zero)))],
            ct);
}

/// <summary>Which handlers an event type has.</summary>
public sealed class EventRoutes(IEnumerable<EventRoute> routes)
{
    private readonly ILookup<string, EventRoute> _byName = routes.ToLookup(r => r.EventName, StringComparer.Ordinal);

    /// <summary>All routes.</summary>
    public IEnumerable<EventRoute> All => _byName.SelectMany(r => r);

    internal IEnumerable<EventRoute> Of(string eventName) => _byName[eventName];
}
