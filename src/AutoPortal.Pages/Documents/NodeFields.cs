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

    /// <summary>Names of the settings in which two blocks differ, in order.</summary>
    public static IEnumerable<string> Differing(PageNode one, PageNode other)
        => ReferenceEquals(one.Settings, other.Settings) ? [] : one.Settings.Keys.Union(other.Settings.Keys, StringComparer.Ordinal).Where(name => !Same(one.Field(name), other.Field(name))).Order(StringComparer.Ordinal);

    /// <summary>The block with a field set, or without it where the value is null.</summary>
    public static PageNode WithField(this PageNode block, string name, JsonElement? value)
        => value is { ValueKind: JsonValueKind.Null } ? block.WithField(name, null)
            : name is ['@', .. var mark]
            ? block with { Marks = value is { } marked ? block.Marks.SetItem(mark, marked) : block.Marks.Remove(mark) }
            : block with { Settings = value is { } set ? block.Settings.SetItem(name, set) : block.Settings.Remove(name) };
}
