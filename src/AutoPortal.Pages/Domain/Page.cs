using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Domain;

/// <summary>A page that authors work on; the public sees <see cref="PublishedPage"/>.</summary>
internal sealed class Page : TenantEntity
{
    private Page()
    {
    }

    private Page(Guid id) => Id = id;

    public string PathKind { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public LocalText Title { get; private set; } = "";

    public LocalText Description { get; private set; } = "";

    public Guid? SubjectId { get; private set; }

    public PageTheme? Theme { get; private set; }

    public string Document { get; private set; } = "";

    /// <summary>Number of the newest version; 0 before the first publication.</summary>
    public int LatestVersion { get; private set; }

    public bool IsPublished { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Outcome<Page> Draft(Guid id, NewPage wanted, PageDocument document, DateTimeOffset at)
    {
        if (!PageSlug.IsValid(wanted.Slug))
        {
            return PageRefusals.SlugIsMalformed;
        }

        if (wanted.Theme is { } theme && !Themes.ThemeTokens.IsValid(theme))
        {
            return PageRefusals.ThemeIsMalformed;
        }

        return new Page(id)
        {
            PathKind = wanted.PathKind,
            Slug = wanted.Slug,
            Title = wanted.Title,
            Description = wanted.Description,
            SubjectId = wanted.SubjectId,
            Theme = wanted.Theme,
            Document = document.ToJson(),
            CreatedAt = at,
        };
    }

    /// <summary>Replaces the draft; the public sees it with the next publication.</summary>
    public void Write(PageDocument document) => Document = document.ToJson();

    /// <summary>Fixes the present draft as the next version.</summary>
    public PageVersion Publish(Guid versionId, Guid? by, DateTimeOffset at)
    {
        LatestVersion++;
        IsPublished = true;
        return new PageVersion(versionId, this, by, at);
    }

    public void Withdraw() => IsPublished = false;
}
