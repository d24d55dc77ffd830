using System.Collections.Immutable;
using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Canvas;

/// <summary>What has to be drawn anew so that a canvas that shows one draft shows another.</summary>
/// <param name="Redrawn">The blocks to draw, each with all that stands inside it; none of them inside another.</param>
/// <param name="Order">Ids of the outermost blocks, where they or their order changed.</param>
/// <param name="IsPageChanged">Whether a setting of the page itself changed.</param>
internal sealed record PageDifference(IReadOnlyList<PageNode> Redrawn, IReadOnlyList<string>? Order, bool IsPageChanged)
{
    public bool IsNothing => Redrawn.Count == 0 && Order is null && !IsPageChanged;

    public static PageDifference Between(PageDocument shown, PageDocument wanted)
    {
        var before = shown.Blocks.ToDictionary(b => b.Id, StringComparer.Ordinal);
        var redrawn = new List<PageNode>();
        foreach (var block in wanted.Blocks)
        {
            if (before.TryGetValue(block.Id, out var old))
            {
                Collect(old, block, redrawn);
            }
            else
            {
                redrawn.Add(block);
            }
        }

        var sameOrder = shown.Blocks.Select(b => b.Id).SequenceEqual(wanted.Blocks.Select(b => b.Id), StringComparer.Ordinal);
        return new(redrawn, sameOrder ? null : [.. wanted.Blocks.Select(b => b.Id)], !Same(shown.Root.Settings, wanted.Root.Settings));
    }

    private static void Collect(PageNode old, PageNode block, List<PageNode> redrawn)
    {
        // An operation copies only the path to what it changes; what it left alone is the very same object.
        if (ReferenceEquals(old, block))
        {
            return;
        }

        // A container draws its children as it likes, so any change of who they are is its own.
        if (!IsSameAlone(old, block) || !old.Children.Select(c => c.Id).SequenceEqual(block.Children.Select(c => c.Id), StringComparer.Ordinal))
        {
            redrawn.Add(block);
            return;
        }

        foreach (var (was, now) in old.Children.Zip(block.Children))
        {
            Collect(was, now, redrawn);
        }
    }

    private static bool IsSameAlone(PageNode old, PageNode block)
        => old.Version == block.Version && string.Equals(old.Kind, block.Kind, StringComparison.Ordinal) && Same(old.Settings, block.Settings) && Same(old.Marks, block.Marks);

    private static bool Same(ImmutableSortedDictionary<string, JsonElement> one, ImmutableSortedDictionary<string, JsonElement> other)
        => ReferenceEquals(one, other)
            || (one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var value) && JsonElement.DeepEquals(field.Value, value)));
}
