namespace AutoPortal.Pages.Documents;

/// <summary>Ways through the tree of a page; all of them leave it as it is and copy only the path to what they change.</summary>
public static class PageTree
{
    /// <summary>The block of that id, the root included, or null.</summary>
    public static PageNode? Find(this PageNode root, string id)
        => string.Equals(root.Id, id, StringComparison.Ordinal) ? root
            : root.Children.Select(child => child.Find(id)).FirstOrDefault(found => found is not null);

    /// <summary>Where a block stands, or null for the root and for what is not there.</summary>
    public static (PageNode Parent, int Index)? Locate(this PageNode root, string id)
    {
        for (var i = 0; i < root.Children.Count; i++)
        {
            if (string.Equals(root.Children[i].Id, id, StringComparison.Ordinal))
            {
                return (root, i);
            }

            if (root.Children[i].Locate(id) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>The blocks from the root down to the one of that id, both included; empty where it is not there.</summary>
    public static IReadOnlyList<PageNode> PathTo(this PageNode root, string id)
    {
        if (string.Equals(root.Id, id, StringComparison.Ordinal))
        {
            return [root];
        }

        var below = root.Children.Select(child => child.PathTo(id)).FirstOrDefault(path => path.Count > 0);
        return below is null ? [] : [root, .. below];
    }

    /// <summary>How many levels stand here, the block itself counted.</summary>
    public static int Height(this PageNode block) => 1 + (block.Children.IsEmpty ? 0 : block.Children.Max(Height));

    /// <summary>The tree with one block replaced; the same tree where there is none of that id.</summary>
    public static PageNode With(this PageNode root, string id, Func<PageNode, PageNode> change)
    {
        if (string.Equals(root.Id, id, StringComparison.Ordinal))
        {
            return change(root);
        }

        for (var i = 0; i < root.Children.Count; i++)
        {
            var child = root.Children[i];
            var changed = child.With(id, change);
            if (!ReferenceEquals(changed, child))
            {
                return root with { Children = root.Children.SetItem(i, changed) };
            }
        }

        return root;
    }

    /// <summary>The tree with a block put in; an index beyond the end means the end, so that two people's insertions both stand.</summary>
    public static PageNode Insert(this PageNode root, string parentId, int index, PageNode block)
        => root.With(parentId, parent => parent with { Children = parent.Children.Insert(Math.Clamp(index, 0, parent.Children.Count), block) });

    /// <summary>The tree without a block and what stands inside it.</summary>
    public static PageNode Without(this PageNode root, string id)
        => root.Locate(id) is { } place
            ? root.With(place.Parent.Id, parent => parent with { Children = parent.Children.RemoveAt(place.Index) })
            : root;

    /// <summary>A copy in which every block has a new id.</summary>
    public static PageNode Copy(this PageNode block, Func<string> newId)
        => block with { Id = newId(), Children = [.. block.Children.Select(child => child.Copy(newId))] };
}
