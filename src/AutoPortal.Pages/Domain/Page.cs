using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Domain;

/// <summary>A page that authors work on; the public sees <see cref="PublishedPage"/>.</summary>
internal sealed class Page : TenantEntity, IDealerScoped
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

    /// <summary>The dealer whose page it is; null for HQ's.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>HQ offers it to dealers, who adapt copies of it.</summary>
    public bool IsMaster { get; private set; }

    /// <summary>The master that it is a copy of, or null.</summary>
    public Guid? MasterId { get; private set; }

    /// <summary>The version of the master that the copy was last merged with.</summary>
    public int? MasterVersion { get; private set; }

    public PageTheme? Theme { get; private set; }

    [NotAudited]
    public string Document { get; private set; } = "";

    /// <summary>Number of the present draft: one more with every change, and never used twice.</summary>
    [NotAudited]
    public int Revision { get; private set; }

    /// <summary>Number of the newest version; 0 before the first publication.</summary>
    public int LatestVersion { get; private set; }

    public PageState State { get; private set; }

    /// <summary>The version that the public sees; null where it sees none.</summary>
    public int? LiveVersion { get; private set; }

    public bool IsPublished { get; private set; }

    /// <summary>A path of names such as <c>2026/试驾</c>; empty for the top.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Put away: no longer in the library's own view, and not changed any more.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>When the draft was last written.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

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
            DealerId = wanted.DealerId,
            Theme = wanted.Theme,
            Document = document.ToJson(),
            Folder = PageFolder.Tidy(wanted.Folder),
            CreatedAt = at,
            ChangedAt = at,
        };
    }

    /// <summary>Replaces the draft; the public sees it with the next publication.</summary>
    public void Write(PageDocument document, DateTimeOffset at)
    {
        Document = document.ToJson();
        ChangedAt = at;
        Revision++;
    }

    /// <summary>The same with the name and look that the document says.</summary>
    public void Write(PageDocument document, PageFace face, DateTimeOffset at)
    {
        Write(document, at);
        (Title, Description, Theme) = face;
    }

    /// <summary>Fixes the present draft as the next version.</summary>
    public PageVersion Fix(Guid versionId, Guid? by, DateTimeOffset at)
    {
        LatestVersion++;
        return new PageVersion(versionId, this, by, at);
    }

    /// <summary>Fixes a document other than the draft as the next version, such as the public one with HQ's change in it.</summary>
    public PageVersion Fix(Guid versionId, PageDocument document, PageFace face, Guid? by, DateTimeOffset at)
    {
        LatestVersion++;
        return new PageVersion(versionId, this, by, at, (document.ToJson(), face));
    }

    /// <summary>Offers the page to dealers, or no longer; copies that were made stay.</summary>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Offer(bool isOffered)
    {
        if (DealerId is not null || MasterId is not null)
        {
            return PageRefusals.IsNoMaster;
        }

        IsMaster = isOffered;
        return null;
    }

    /// <summary>Makes a page that was just drafted the dealer's copy of a master.</summary>
    public void BeCopyOf(Page master, int version)
    {
        MasterId = master.Id;
        MasterVersion = version;
    }

    /// <summary>Says that a version of the master was merged.</summary>
    public void MergedWith(int version) => MasterVersion = version;

    public void GoLive(int version)
    {
        State = PageState.Live;
        IsPublished = true;
        LiveVersion = version;
    }

    public void End()
    {
        State = PageState.Ended;
        IsPublished = false;
        LiveVersion = null;
    }

    public void MoveTo(string folder) => Folder = PageFolder.Tidy(folder);

    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Archive(bool isArchived)
    {
        if (isArchived && IsPublished)
        {
            return PageRefusals.IsStillLive;
        }

        IsArchived = isArchived;
        return null;
    }
}
