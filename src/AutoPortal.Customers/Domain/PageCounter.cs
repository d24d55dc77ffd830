using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>How many events of a name and subject one block of one version of a page had on a day. Written with the events themselves; its id is made of what it counts.</summary>
[NotAudited]
internal sealed class PageCounter : TenantEntity
{
    public Guid PageId { get; private set; }

    public int PageVersion { get; private set; }

    public string Block { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Day of Shanghai.</summary>
    public DateOnly Day { get; private set; }

    public long Count { get; private set; }

    public long Amount { get; private set; }
}
