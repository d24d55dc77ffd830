namespace AutoPortal.Pages.Contracts;

/// <summary>What other modules may know about pages of the running scope's tenant.</summary>
public interface IPageDirectory
{
    /// <summary>The page at an address, published or not; null where there is none.</summary>
    Task<PageFacts?> FindAsync(string pathKind, string slug, CancellationToken ct);

    /// <summary>The pages about these subjects, ordered by slug.</summary>
    Task<IReadOnlyList<PageFacts>> ListBySubjectAsync(IReadOnlyCollection<Guid> subjectIds, CancellationToken ct);
}

/// <summary>A page as it is now.</summary>
/// <param name="Id">The page.</param>
/// <param name="PathKind">Such as <c>a</c>.</param>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="Title">Its name.</param>
/// <param name="SubjectId">What it is about, or null.</param>
/// <param name="IsPublished">Whether the public sees it.</param>
public sealed record PageFacts(Guid Id, string PathKind, string Slug, LocalText Title, Guid? SubjectId, bool IsPublished)
{
    /// <summary>What the public has seen of it: <c>draft</c> (nothing yet), <c>live</c> or <c>ended</c>.</summary>
    public string State { get; init; } = "draft";

    /// <summary><c>reviewing</c> or <c>scheduled</c> where a version is on its way, else null.</summary>
    public string? Pending { get; init; }
}

/// <summary>Where the staff work on pages, for links on other modules' screens.</summary>
public static class PageDesk
{
    /// <summary>The permission to make and change pages.</summary>
    public const string Edit = "pages.edit";

    /// <summary>The builder of a page.</summary>
    public static string BuildOf(Guid pageId) => $"/app/pages/{pageId}/build";
}
