using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>What new content must keep to beyond its place in the tree; taking something back is never measured by it.</summary>
internal sealed class PageRules(BlockCatalog catalog)
{
    /// <summary>Why the operation may not be done on this page, or null.</summary>
    public Refusal? Broken(Draft draft, PageDocument next, PageEdit edit) => edit switch
    {
        PutBlocks put => put.Blocks.SelectMany(b => b.Block.WithDescendants()).Select(block => Broken(draft, next, block)).FirstOrDefault(refusal => refusal is not null),
        SetFields { Id: not PageDocument.RootId } set when next.Root.Find(set.Id) is { } block => IsReadable(draft, block) ? null : PageRefusals.BlockIsUnreadable,
        _ => null,
    };

    private Refusal? Broken(Draft draft, PageDocument next, PageNode block)
    {
        if (catalog.Find(block.Kind) is not { } kind || !IsReadable(draft, block))
        {
            return PageRefusals.BlockIsUnreadable;
        }

        if (kind.Hints.OnlyOnPaths.Count > 0 && !kind.Hints.OnlyOnPaths.Contains(draft.PathKind, StringComparer.Ordinal))
        {
            return PageRefusals.BlockIsNotForThisPage;
        }

        return kind.Hints.MostPerPage is { } most && next.Root.WithDescendants().Count(b => string.Equals(b.Kind, block.Kind, StringComparison.Ordinal)) > most
            ? PageRefusals.TooManyOfAKind(most)
            : null;
    }

    // Of a kind that nobody registers nothing is known; it was put there by a build that knew it.
    private bool IsReadable(Draft draft, PageNode block) => catalog.Find(block.Kind) is null || catalog.Read(block with { Children = [] }, draft.PageId) is not null;
}
