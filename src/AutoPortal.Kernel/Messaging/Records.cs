using AutoPortal.Kernel.Data;

namespace AutoPortal.Kernel.Messaging;

/// <summary>An event that waits for delivery, stored in the same transaction as the change it tells of.</summary>
[NotAudited, PartitionedByMonth]
public sealed class OutboxMessage : TenantEntity
{
    private OutboxMessage()
    {
    }

    internal OutboxMessage(Guid id, string type, string aggregateKey, string payload, string? traceParent, DateTimeOffset at)
    {
        Id = id;
        Type = type;
        AggregateKey = aggregateKey;
        Payload = payload;
        TraceParent = traceParent;
        CreatedAt = at;
        NextAttemptAt = at;
    }

    /// <summary>Stored name of the event type.</summary>
    public string Type { get; private set; } = "";

    /// <summary>What keeps its order.</summary>
    public string AggregateKey { get; private set; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>W3C trace parent of the act.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>When the change was saved.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How often delivery failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>When every handler had it.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>When it was given up: a dead letter.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    /// <summary>Why the last attempt failed; type and message of the fault, no payload.</summary>
    public string? LastError { get; private set; }

    /// <summary>Why a person threw the dead letter away; null while it waits.</summary>
    public string? DiscardReason { get; private set; }
}

/// <summary>A message that a handler has had; written with the handler's effect.</summary>
[NotAudited, AppendOnly]
public sealed class InboxMessage
{
    /// <summary>The tenant.</summary>
    public Guid TenantId { get; private set; }

    /// <summary>Name of the handler.</summary>
    public string Handler { get; private set; } = "";

    /// <summary>The message.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>When it was handled.</summary>
    public DateTimeOffset At { get; private set; }
}
