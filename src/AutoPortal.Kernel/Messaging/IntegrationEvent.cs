namespace AutoPortal.Kernel.Messaging;

/// <summary>Something that happened in one module and that others may act on; past tense, ids and facts of the moment.</summary>
/// <remarks>Every type carries <see cref="EventTypeAttribute"/> and has an approved JSON sample: what others read is not renamed.</remarks>
public abstract record IntegrationEvent
{
    /// <summary>Messages with one key are delivered in the order they were published.</summary>
    public abstract string AggregateKey { get; }
}

/// <summary>The stored name of an event type, such as <c>leads.lead_assigned</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name) : Attribute
{
    /// <summary>snake_case, begins with the module.</summary>
    public string Name { get; } = name;
}

/// <summary>One event on its way to one handler.</summary>
/// <param name="MessageId">Unique; what the inbox remembers.</param>
/// <param name="Event">What happened.</param>
/// <param name="PublishedAt">When the change was saved, UTC.</param>
public sealed record Delivery<TEvent>(Guid MessageId, TEvent Event, DateTimeOffset PublishedAt) where TEvent : IntegrationEvent;

/// <summary>Acts on events of another module. Delivered at least once, so every handler takes what is new through its inbox.</summary>
public interface IHandle<TEvent> where TEvent : IntegrationEvent
{
    /// <summary>Handles deliveries of one tenant, oldest first, in one transaction of the handler's own module.</summary>
    /// <remarks>When a batch throws, its messages come again one by one; what fails then waits and ends as a dead letter.</remarks>
    Task HandleAsync(IReadOnlyList<Delivery<TEvent>> batch, CancellationToken ct);
}
