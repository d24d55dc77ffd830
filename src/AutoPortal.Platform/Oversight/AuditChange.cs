using System.Text.Json;

namespace AutoPortal.Platform.Oversight;

/// <summary>One field of an audit entry.</summary>
internal sealed record AuditChange(string Field, string? Before, string? After)
{
    /// <summary>All fields of either side, by name.</summary>
    public static IReadOnlyList<AuditChange> Between(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(f => new AuditChange(f, old.GetValueOrDefault(f), now.GetValueOrDefault(f)))];
    }

    private static Dictionary<string, string?> Fields(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null ? null : p.Value.ToString(), StringComparer.Ordinal)
            : [];
    }
}
