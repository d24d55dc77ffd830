using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Domain;

/// <summary>The one row that a public request reads; a copy, so that drafts and versions never stand in its way.</summary>
[NotAudited]
internal sealed class PublishedPage : TenantEntity
{
    private PublishedPage()
    {
    }

    internal PublishedPage(Page page, PageVersion version, DateTimeOffset at)
    {
        Id = page.Id;
        PathKind = page.PathKind;
        Slug = page.Slug;
        Show(page, version, at);
    }

    public string PathKind { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public int Version { get; private set; }

    public LocalText Title { get; private set; } = "";

    public LocalText Description { get; private set; } = "";

    public Guid? SubjectId { get; private set; }

    public PageTheme? Theme { get; private set; }

    public string Document { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    internal void Show(Page page, PageVersion version, DateTimeOffset at)
    {
        Version = version.Number;
        Title = version.Title;
        Description = version.Description;
        SubjectId = page.SubjectId;
        Theme = version.Theme;
        Document = version.Document;
        PublishedAt = at;
    }
}
