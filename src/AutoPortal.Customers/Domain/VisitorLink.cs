using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>That a browser is a customer's: the person signed up with it and agreed to be served. The first one stays, because a browser that several people use tells nothing about any of them.</summary>
[AppendOnly, NotAudited]
internal sealed class VisitorLink : TenantEntity
{
    public Guid VisitorId { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>The sign-up whose consent allows it.</summary>
    public Guid ProofId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
