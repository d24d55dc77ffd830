using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Versions;

/// <summary>What changed between two documents, block by block.</summary>
/// <param name="Blocks">In the order of the later document; what was removed stands at the end.</param>
public sealed record PageDifference(IReadOnlyList<BlockDifference> Blocks)
{
    /// <summary>Compares; blocks are the same where their ids are.</summary>
    public static PageDifference Between(PageDocument before, PageDocument after)
    {
        var old = Places(before.Root);
        var now = Places(after.Root);
        var moved = Moved(before.Root, after.Root);
        var found = new List<BlockDifference>();
        foreach (var (id, (block, parent)) in now)
        {
            if (!old.TryGetValue(id, out var was))
            {
                found.Add(new(id, block.Kind, BlockChange.Added, []));
                continue;
            }

            var fields = Fields(was.Block, block);
            if (fields.Count > 0)
            {
                found.Add(new(id, block.Kind, BlockChange.Changed, fields));
            }

            if (!string.Equals(was.Parent, parent, StringComparison.Ordinal) || moved.Contains(id))
            {
                found.Add(new(id, block.Kind, BlockChange.Moved, []));
            }
        }

        found.AddRange(old.Where(o => !now.ContainsKey(o.Key)).Select(o => new BlockDifference(o.Key, o.Value.Block.Kind, BlockChange.Removed, [])));
        return new(found);
    }

    private static Dictionary<string, (PageNode Block, string Parent)> Places(PageNode root)
    {
        var places = new Dictionary<string, (PageNode, string)>(StringComparer.Ordinal) { [root.Id] = (root, "") };
        void Visit(PageNode parent)
        {
            foreach (var child in parent.Children)
            {
                places.TryAdd(child.Id, (child, parent.Id));
                Visit(child);
            }
        }

        Visit(root);
        return places;
    }

    private static List<FieldDifference> Fields(PageNode before, PageNode after)
        => [.. NodeFields.Differing(before, after).Select(name => new FieldDifference(name, before.Field(name), after.Field(name)))];

    // Among the siblings that stayed with their parent, those outside the longest run that kept its order.
    private static HashSet<string> Moved(PageNode before, PageNode after)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parent in after.WithDescendants())
        {
            if (before.Find(parent.Id) is not { } was)
            {
                continue;
            }

            var order = was.Children.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
            var stayed = parent.Children.Where(c => order.ContainsKey(c.Id)).Select(c => (c.Id, Place: order[c.Id])).ToList();
            moved.UnionWith(OutOfOrder(stayed));
        }

        return moved;
    }

    private static IEnumerable<string> OutOfOrder(List<(string Id, int Place)> children)
    {
        var lengths = new int[children.Count];
        var previous = new int[children.Count];
        var best = -1;
        for (var i = 0; i < children.Count; i++)
        {
            (lengths[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (children[j].Place < children[i].Place && lengths[j] + 1 > lengths[i])
                {
                    (lengths[i], previous[i]) = (lengths[j] + 1, j);
                }
            }

            best = best < 0 || lengths[i] > lengths[best] ? i : best;
        }

        var kept = new HashSet<int>();
        for (var i = best; i >= 0; i = previous[i])
        {
            kept.Add(i);
        }

        return children.Where((_, i) => !kept.Contains(i)).Select(c => c.Id);
    }
}

/// <summary>One block's change.</summary>
public sealed record BlockDifference(string Id, string Kind, BlockChange Change, IReadOnlyList<FieldDifference> Fields);

/// <summary>One field's change; null stands for an absent field.</summary>
public sealed record FieldDifference(string Name, JsonElement? Before, JsonElement? After);

/// <summary>How a block changed.</summary>
public enum BlockChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It stands elsewhere.</summary>
    Moved,

    /// <summary>Its settings are others.</summary>
    Changed,
}
