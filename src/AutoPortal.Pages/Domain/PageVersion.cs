using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Domain;

/// <summary>What a page was when it was handed in or published; never changed, so that what was reviewed is what is shown, and any of them can come back.</summary>
[AppendOnly, NotAudited]
internal sealed class PageVersion : TenantEntity
{
    private PageVersion()
    {
    }

    internal PageVersion(Guid id, Page page, Guid? by, DateTimeOffset at, string? document = null)
    {
        Id = id;
        PageId = page.Id;
        Number = page.LatestVersion;
        Title = page.Title;
        Description = page.Description;
        Theme = page.Theme;
        Document = document ?? page.Document;
        FixedBy = by;
        FixedAt = at;
    }

    public Guid PageId { get; private set; }

    public int Number { get; private set; }

    public LocalText Title { get; private set; } = "";

    public LocalText Description { get; private set; } = "";

    public PageTheme? Theme { get; private set; }

    public string Document { get; private set; } = "";

    public Guid? FixedBy { get; private set; }

    public DateTimeOffset FixedAt { get; private set; }
}
