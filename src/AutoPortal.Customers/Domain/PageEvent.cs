using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>What a browser told of a visit to a page. It says nothing about who the person is; its id was made by the browser, so that telling it again changes nothing.</summary>
[AppendOnly, NotAudited, PartitionedByDay]
internal sealed class PageEvent : TenantEntity
{
    public Guid PageId { get; private set; }

    public int PageVersion { get; private set; }

    /// <summary>Id of the block in the page's document; empty for the page as a whole.</summary>
    public string Block { get; private set; } = "";

    /// <summary>Declared name, such as <c>click</c>.</summary>
    public string Name { get; private set; } = "";

    public short SchemaVersion { get; private set; }

    /// <summary>What it is counted by beside its name, such as a button's stable name or a form's step; empty where there is nothing.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What is summed up, such as milliseconds of dwelling; zero where there is nothing.</summary>
    public long Amount { get; private set; }

    /// <summary>Random, of one browser; null where it asked not to be tracked.</summary>
    public Guid? VisitorId { get; private set; }

    public Guid? SessionId { get; private set; }

    /// <summary>When it happened, by the browser's clock as far as that can be believed.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Declared fields that are neither subject nor amount.</summary>
    public string? Properties { get; private set; }
}
