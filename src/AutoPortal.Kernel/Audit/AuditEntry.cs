using AutoPortal.Kernel.Data;

namespace AutoPortal.Kernel.Audit;

/// <summary>Who changed what, when, from where, before and after. Personal values are masked. Never changed.</summary>
[NotAudited, AppendOnly, PartitionedByMonth]
public sealed class AuditEntry : TenantEntity
{
    private AuditEntry()
    {
    }

    internal AuditEntry(Guid id, DateTimeOffset at, Guid? actorId, string actorName, string origin, string action, string entity, Guid entityId, string? before, string? after, string? traceId)
    {
        Id = id;
        At = at;
        ActorId = actorId;
        ActorName = actorName;
        Origin = origin;
        Action = action;
        Entity = entity;
        EntityId = entityId;
        Before = before;
        After = after;
        TraceId = traceId;
    }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The account, or null for consumers and the house itself.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The actor's name at that moment.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Network address, or the job's or handler's name.</summary>
    public string Origin { get; private set; } = "";

    /// <summary><c>added</c>, <c>changed</c>, <c>deleted</c>, or a named act such as <c>phone_revealed</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>snake_case name of the entity.</summary>
    public string Entity { get; private set; } = "";

    /// <summary>The row.</summary>
    public Guid EntityId { get; private set; }

    /// <summary>JSON of the values that changed, as they were; null for an addition.</summary>
    public string? Before { get; private set; }

    /// <summary>JSON of the values as they are now; null for a deletion.</summary>
    public string? After { get; private set; }

    /// <summary>Trace id of the act.</summary>
    public string? TraceId { get; private set; }
}
