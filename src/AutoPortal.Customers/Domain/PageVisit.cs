using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>That a browser opened a page on a day. Its id is made of the three, so that a day's further views only count up.</summary>
[NotAudited]
internal sealed class PageVisit : TenantEntity
{
    public Guid PageId { get; private set; }

    public Guid VisitorId { get; private set; }

    /// <summary>Day of Shanghai.</summary>
    public DateOnly Day { get; private set; }

    public int Views { get; private set; }

    public DateTimeOffset FirstAt { get; private set; }

    public DateTimeOffset LastAt { get; private set; }
}
