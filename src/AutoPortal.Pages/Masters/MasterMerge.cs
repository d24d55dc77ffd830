using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Masters;

/// <summary>Brings HQ's change of a master into a dealer's copy: three ways, block by block and setting by setting. Pure.</summary>
/// <remarks>HQ's structure and closed settings win; what the dealer changed in open settings, left out, or added stays. Merging again changes nothing.</remarks>
internal sealed class MasterMerge
{
    private readonly Dictionary<string, PageNode> _before;
    private readonly Dictionary<string, string> _parentBefore;
    private readonly Dictionary<string, PageNode> _after;
    private readonly Dictionary<string, PageNode> _copy;
    private readonly List<MergeConflict> _conflicts = [];
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);
    private PageNode _result;

    private MasterMerge(PageNode before, PageNode after, PageNode copy)
    {
        _before = ById(before);
        _parentBefore = _before.Values.SelectMany(parent => parent.Children.Select(child => (child.Id, Parent: parent.Id))).ToDictionary(c => c.Id, c => c.Parent, StringComparer.Ordinal);
        _after = ById(after);
        _copy = ById(copy);
        _result = after;
    }

    /// <summary>Merges.</summary>
    /// <param name="before">The master that the copy was last merged with, or made from.</param>
    /// <param name="after">The master as it is now.</param>
    /// <param name="copy">The dealer's copy.</param>
    public static MergedCopy Run(PageDocument before, PageDocument after, PageDocument copy)
    {
        var merge = new MasterMerge(before.Root, after.Root, copy.Root);
        merge._result = merge.Hqs(after.Root) ?? after.Root.AsHqs();
        merge._placed.UnionWith(merge._result.WithDescendants().Select(b => b.Id));
        merge.BringDealers(copy.Root);
        return new(new PageDocument(merge._result), merge._conflicts);
    }

    // HQ's block with what the dealer changed in it; null where the dealer leaves it out.
    private PageNode? Hqs(PageNode block)
    {
        if (_before.TryGetValue(block.Id, out var before) && !_copy.ContainsKey(block.Id) && IsLeftOut(block, before))
        {
            return null;
        }

        var merged = before is not null && _copy.TryGetValue(block.Id, out var copy) ? WithDealersSettings(block, before, copy) : block;
        var marked = merged with { Children = [.. block.Children.Select(Hqs).OfType<PageNode>()] };
        return marked with { Marks = (block with { Children = [] }).AsHqs().Marks };
    }

    private bool IsLeftOut(PageNode block, PageNode before)
    {
        // Whatever stood in a block that was left out went with it and needs no word of its own.
        var isNamed = !_parentBefore.TryGetValue(block.Id, out var parent) || _copy.ContainsKey(parent);
        if (!block.IsOptional() && isNamed)
        {
            _conflicts.Add(new(ConflictKind.NowRequired, block.Id));
            return false;
        }

        if (isNamed && NodeFields.Differing(before, block).Any())
        {
            _conflicts.Add(new(ConflictKind.ChangedWhileLeftOut, block.Id));
        }

        return isNamed || block.IsOptional();
    }

    private PageNode WithDealersSettings(PageNode block, PageNode before, PageNode copy)
    {
        var merged = block;
        foreach (var field in before.Settings.Keys.Union(copy.Settings.Keys, StringComparer.Ordinal).Union(block.Settings.Keys, StringComparer.Ordinal))
        {
            var (old, hqs, mine) = (before.Field(field), block.Field(field), copy.Field(field));
            if (NodeFields.Same(mine, old) || NodeFields.Same(mine, hqs))
            {
                continue;
            }

            if (!block.IsOpen(field))
            {
                _conflicts.Add(new(ConflictKind.NowLocked, block.Id, field, old, hqs, mine));
                continue;
            }

            if (!NodeFields.Same(hqs, old))
            {
                _conflicts.Add(new(ConflictKind.BothChanged, block.Id, field, old, hqs, mine));
            }

            merged = merged.WithField(field, mine);
        }

        return merged;
    }

    // In the copy's order, so that a dealer's block finds the neighbour that it follows.
    private void BringDealers(PageNode parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var child = parent.Children[i];
            if (_after.ContainsKey(child.Id) && _before.ContainsKey(child.Id))
            {
                BringDealers(child);
            }
            else if (!_before.ContainsKey(child.Id) || IsWorkedOn(child))
            {
                Place(parent, i, child);
            }
        }
    }

    private bool IsWorkedOn(PageNode block)
        => block.WithDescendants().Any(b => !_before.TryGetValue(b.Id, out var before) || NodeFields.Differing(b, before).Any());

    private void Place(PageNode parent, int index, PageNode child)
    {
        var isHqs = _before.ContainsKey(child.Id);
        var own = Own(child);
        if (isHqs)
        {
            _conflicts.Add(new(ConflictKind.RemovedByHq, child.Id));
        }

        if (_result.Find(parent.Id) is not { } target)
        {
            _conflicts.Add(new(ConflictKind.SlotGone, child.Id));
            _result = _result.Insert(PageDocument.RootId, int.MaxValue, own);
        }
        else
        {
            if (!isHqs && target.IsHqs() && !target.IsSlot())
            {
                _conflicts.Add(new(ConflictKind.SlotClosed, child.Id));
            }

            _result = _result.Insert(parent.Id, After(parent, index, target), own);
        }

        _placed.UnionWith(own.WithDescendants().Select(b => b.Id));
    }

    // The dealer's block with what is the dealer's inside it; HQ's blocks that stand elsewhere by now stay there.
    private PageNode Own(PageNode block)
        => block.AsOwn() with { Children = [.. block.Children.Where(c => !_placed.Contains(c.Id)).Select(Own)] };

    private static int After(PageNode parent, int index, PageNode target)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            var neighbour = target.Children.FindIndex(c => string.Equals(c.Id, parent.Children[i].Id, StringComparison.Ordinal));
            if (neighbour >= 0)
            {
                return neighbour + 1;
            }
        }

        return 0;
    }

    private static Dictionary<string, PageNode> ById(PageNode root) => root.WithDescendants().ToDictionary(b => b.Id, StringComparer.Ordinal);
}

/// <summary>A merged copy.</summary>
/// <param name="Document">The copy with HQ's change in it.</param>
/// <param name="Conflicts">Where the dealer's wishes and HQ's change met; empty where they did not.</param>
internal sealed record MergedCopy(PageDocument Document, IReadOnlyList<MergeConflict> Conflicts);
