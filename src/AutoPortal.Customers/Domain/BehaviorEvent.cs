using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>An immutable fact: who, what, where, when, on which object.</summary>
[AppendOnly, NotAudited, PartitionedByMonth]
internal sealed class BehaviorEvent : TenantEntity
{
    public Guid CustomerId { get; private set; }

    /// <summary>Stored word, such as <c>sign_up</c>.</summary>
    public string What { get; private set; } = "";

    /// <summary>The touchpoint, such as a page's path.</summary>
    public string Touchpoint { get; private set; } = "";

    public string ObjectType { get; private set; } = "";

    public Guid ObjectId { get; private set; }

    public string ObjectTitle { get; private set; } = "";

    public string TraceId { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
