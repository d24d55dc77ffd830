using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Documents;

/// <summary>Applies operations to documents. Pure: the same document and operation give the same result, and nothing is changed in place.</summary>
/// <param name="mayStandIn">Whether a block may stand in a parent: parent (the root included), then child.</param>
public sealed class PageEditing(Func<PageNode, PageNode, bool> mayStandIn)
{
    /// <summary>Applies one operation wholly or not at all.</summary>
    public EditedPage Apply(PageDocument document, PageEdit edit) => edit switch
    {
        PutBlocks put => Put(document, put),
        TakeBlocks take => Take(document, take),
        PlaceBlocks place => Place(document, place),
        SetFields set => Set(document, set),
        ReplacePage replace => Replace(document, replace),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "No such operation."),
    };

    private EditedPage Put(PageDocument document, PutBlocks put)
    {
        var root = document.Root;
        var ids = root.WithDescendants().Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (parentId, index, block) in put.Blocks)
        {
            foreach (var id in block.WithDescendants().Select(b => b.Id))
            {
                if (!PageLimits.IsAnchor(id) || !ids.Add(id))
                {
                    return EditedPage.Refused(document, PageRefusals.BlockIdIsTaken(id));
                }
            }

            if (Misplaced(root, parentId, block) is { } refusal)
            {
                return EditedPage.Refused(document, refusal);
            }

            root = root.Insert(parentId, index, block);
        }

        return ids.Count > PageLimits.Blocks + 1
            ? EditedPage.Refused(document, PageRefusals.TooManyBlocks)
            : EditedPage.Done(root, new TakeBlocks([.. put.Blocks.Reverse().Select(b => new TakeBlock(b.Block.Id, b.Block.Fingerprint()))]));
    }

    private static EditedPage Take(PageDocument document, TakeBlocks take)
    {
        var root = document.Root;
        var taken = new List<PutBlock>();
        foreach (var (id, expected) in take.Blocks)
        {
            if (root.Locate(id) is not { } place)
            {
                return EditedPage.Refused(document, PageRefusals.BlockIsGone, new EditConflict(id));
            }

            var block = place.Parent.Children[place.Index];
            if (expected is not null && !string.Equals(block.Fingerprint(), expected, StringComparison.Ordinal))
            {
                return EditedPage.Refused(document, PageRefusals.BlockWasChanged, new EditConflict(id));
            }

            taken.Add(new(place.Parent.Id, place.Index, block));
            root = root.Without(id);
        }

        taken.Reverse();
        return EditedPage.Done(root, new PutBlocks(taken));
    }

    private EditedPage Place(PageDocument document, PlaceBlocks place)
    {
        var root = document.Root;
        var back = new List<PlaceBlock>();
        foreach (var (id, parentId, index) in place.Blocks)
        {
            if (root.Locate(id) is not { } old)
            {
                return EditedPage.Refused(document, PageRefusals.BlockIsGone, new EditConflict(id));
            }

            var block = old.Parent.Children[old.Index];
            if (block.Find(parentId) is not null)
            {
                return EditedPage.Refused(document, PageRefusals.BlockCannotStandInItself);
            }

            root = root.Without(id);
            if (Misplaced(root, parentId, block) is { } refusal)
            {
                return EditedPage.Refused(document, refusal);
            }

            root = root.Insert(parentId, index, block);
            back.Add(new(id, old.Parent.Id, old.Index));
        }

        back.Reverse();
        return EditedPage.Done(root, new PlaceBlocks(back));
    }

    private static EditedPage Set(PageDocument document, SetFields set)
    {
        if (document.Root.Find(set.Id) is not { } block)
        {
            return EditedPage.Refused(document, PageRefusals.BlockIsGone, new EditConflict(set.Id));
        }

        var conflicts = new List<EditConflict>();
        var back = new Dictionary<string, FieldChange>(StringComparer.Ordinal);
        foreach (var (name, change) in set.Fields)
        {
            var present = block.Field(name);
            if (NodeFields.Merge(change.Before, present, change.After) is not { } merged)
            {
                conflicts.Add(new(set.Id, name, change.Before, present, change.After));
                continue;
            }

            back[name] = new(merged.Value, present);
            block = block.WithField(name, merged.Value);
        }

        return conflicts.Count > 0
            ? EditedPage.Refused(document, PageRefusals.FieldWasChanged, conflicts)
            : EditedPage.Done(document.Root.With(set.Id, _ => block), new SetFields(set.Id, back));
    }

    // What stands in another document was allowed there once; it is not judged by today's nesting.
    private static EditedPage Replace(PageDocument document, ReplacePage replace)
    {
        if (replace.Expected is { } expected && !string.Equals(document.Root.Fingerprint(), expected, StringComparison.Ordinal))
        {
            return EditedPage.Refused(document, PageRefusals.BlockWasChanged, new EditConflict(PageDocument.RootId));
        }

        return new PageDocument(replace.Root).Misfit() is { } misfit
            ? EditedPage.Refused(document, PageRefusals.DocumentIsMalformed(misfit))
            : EditedPage.Done(replace.Root, new ReplacePage(replace.Root.Fingerprint(), document.Root));
    }

    private Refusal? Misplaced(PageNode root, string parentId, PageNode block)
    {
        if (root.PathTo(parentId) is not [.., var parent] path)
        {
            return PageRefusals.BlockIsGone;
        }

        if (path.Count - 1 + block.Height() > PageLimits.Depth)
        {
            return PageRefusals.TooDeep;
        }

        return mayStandIn(parent, block) && AllFit(block) ? null : PageRefusals.BlockDoesNotFitThere;
    }

    private bool AllFit(PageNode block) => block.Children.All(child => mayStandIn(block, child) && AllFit(child));
}
