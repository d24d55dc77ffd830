using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>A page's draft at one moment. It never changes; a number names it for ever.</summary>
internal sealed record Draft(Guid PageId, int Revision, string PathKind, string Slug, Guid? SubjectId, PageDocument Document, DateTimeOffset SavedAt, bool IsArchived, bool IsCopy)
{
    /// <summary>Where screens hear of new drafts of a page; the word is the new number.</summary>
    public static string Topic(Guid pageId) => $"pages.draft:{pageId:N}";
}
