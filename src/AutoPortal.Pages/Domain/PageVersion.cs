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

    internal PageVersion(Guid id, Page page, Guid? by, DateTimeOffset at, (string Document, PageFace Face)? other = null)
    {
        Id = id;
        PageId = page.Id;
        Number = page.LatestVersion;
        (Title, Description, Theme) = other?.Face ?? new PageFace(page.Title, page.Description, page.Theme);
        Document = other?.Document ?? page.Document;
        MasterVersion = page.MasterVersion;
        FixedBy = by;
        FixedAt = at;
    }

    public Guid PageId { get; private set; }

    public int Number { get; private set; }

    public LocalText Title { get; private set; } = "";

    public LocalText Description { get; private set; } = "";

    public PageTheme? Theme { get; private set; }

    public string Document { get; private set; } = "";

    /// <summary>The master's version that a copy's version stands on; null for other pages, and for copies' versions of the time before it was kept.</summary>
    public int? MasterVersion { get; private set; }

    public Guid? FixedBy { get; private set; }

    public DateTimeOffset FixedAt { get; private set; }
}

/// <summary>What a page says of itself: its name, a sentence, its look.</summary>
/// <param name="Title">In the browser, in lists and when shared.</param>
/// <param name="Description">For search and sharing; may be empty.</param>
/// <param name="Theme">Null follows the tenant.</param>
internal sealed record PageFace(LocalText Title, LocalText Description, PageTheme? Theme);
