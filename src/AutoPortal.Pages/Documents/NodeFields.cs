using System.Text.Json;

namespace AutoPortal.Pages.Documents;

/// <summary>Fields of a block by the names that operations use: <c>title</c> is a setting, <c>@lock</c> a mark.</summary>
public static class NodeFields
{
    /// <summary>A field's value, or null where it is absent.</summary>
    public static JsonElement? Field(this PageNode block, string name)
        => name is ['@', .. var mark]
            ? block.Marks.TryGetValue(mark, out var there) ? there : null
            : block.Settings.TryGetValue(name, out var set) ? set : null;

    /// <summary>Whether two values are the same; two absent ones are.</summary>
    public static bool Same(JsonElement? one, JsonElement? other)
        => one is { } a && other is { } b ? JsonElement.DeepEquals(a, b) : one.HasValue == other.HasValue;

    /// <summary>Brings what one person made of a value together with what another made of it.</summary>
    /// <returns>The merged value (null is an absent one), or null where both changed the same part to different things. Entries of a list are whole parts, and only lists of one length are merged.</returns>
    public static Merged? Merge(JsonElement? before, JsonElement? theirs, JsonElement? mine)
        => Same(theirs, before) || Same(theirs, mine) ? new(mine)
            : Same(mine, before) ? new(theirs)
            : (before, theirs, mine) switch
            {
                ({ ValueKind: JsonValueKind.Object } b, { ValueKind: JsonValueKind.Object } t, { ValueKind: JsonValueKind.Object } m) => MergeObjects(b, t, m),
                ({ ValueKind: JsonValueKind.Array } b, { ValueKind: JsonValueKind.Array } t, { ValueKind: JsonValueKind.Array } m) => MergeLists(b, t, m),
                _ => null,
            };

    /// <summary>Names of the settings in which two blocks differ, in order.</summary>
    public static IEnumerable<string> Differing(PageNode one, PageNode other)
        => ReferenceEquals(one.Settings, other.Settings) ? [] : one.Settings.Keys.Union(other.Settings.Keys, StringComparer.Ordinal).Where(name => !Same(one.Field(name), other.Field(name))).Order(StringComparer.Ordinal);

    /// <summary>The block with a field set, or without it where the value is null.</summary>
    public static PageNode WithField(this PageNode block, string name, JsonElement? value)
        => value is { ValueKind: JsonValueKind.Null } ? block.WithField(name, null)
            : name is ['@', .. var mark]
            ? block with { Marks = value is { } marked ? block.Marks.SetItem(mark, marked) : block.Marks.Remove(mark) }
            : block with { Settings = value is { } set ? block.Settings.SetItem(name, set) : block.Settings.Remove(name) };

    private static Merged? MergeObjects(JsonElement before, JsonElement theirs, JsonElement mine)
    {
        var merged = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in new[] { theirs, mine }.SelectMany(o => o.EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal))
        {
            if (Merge(Part(before, name), Part(theirs, name), Part(mine, name)) is not { } part)
            {
                return null;
            }

            if (part.Value is { } value)
            {
                merged[name] = value;
            }
        }

        return new(JsonSerializer.SerializeToElement(merged));
    }

    private static Merged? MergeLists(JsonElement before, JsonElement theirs, JsonElement mine)
    {
        if (before.GetArrayLength() != theirs.GetArrayLength() || before.GetArrayLength() != mine.GetArrayLength())
        {
            return null;
        }

        var merged = new List<JsonElement>();
        foreach (var ((b, t), m) in before.EnumerateArray().Zip(theirs.EnumerateArray()).Zip(mine.EnumerateArray()))
        {
            if (!Same(t, b) && !Same(m, b) && !Same(t, m))
            {
                return null;
            }

            merged.Add(Same(t, b) ? m : t);
        }

        return new(JsonSerializer.SerializeToElement(merged));
    }

    private static JsonElement? Part(JsonElement whole, string name) => whole.TryGetProperty(name, out var part) ? part : null;
}

/// <summary>What came of two changes to one value; null stands for an absent one.</summary>
public sealed record Merged(JsonElement? Value);
