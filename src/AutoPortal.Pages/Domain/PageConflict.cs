using System.Text.Json;
using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Masters;

namespace AutoPortal.Pages.Domain;

/// <summary>A dealer's wish that met HQ's change when a copy was merged; stays until somebody has looked at it.</summary>
[NotAudited]
internal sealed class PageConflict : TenantEntity
{
    private PageConflict()
    {
    }

    public PageConflict(Guid id, Guid pageId, int masterVersion, MergeConflict conflict, DateTimeOffset at)
    {
        Id = id;
        PageId = pageId;
        MasterVersion = masterVersion;
        Kind = conflict.Kind;
        BlockId = conflict.BlockId;
        Field = conflict.Field;
        Hqs = conflict.Hqs?.GetRawText();
        Dealers = conflict.Dealers?.GetRawText();
        At = at;
    }

    public Guid PageId { get; private set; }

    /// <summary>The version of the master that brought it.</summary>
    public int MasterVersion { get; private set; }

    public ConflictKind Kind { get; private set; }

    public string BlockId { get; private set; } = "";

    /// <summary>The setting; null where the whole block is meant.</summary>
    public string? Field { get; private set; }

    /// <summary>HQ's value as JSON, or null.</summary>
    public string? Hqs { get; private set; }

    /// <summary>The dealer's value as JSON, or null.</summary>
    public string? Dealers { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When somebody settled it.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public Guid? SettledBy { get; private set; }

    /// <summary>HQ's value, or null.</summary>
    public JsonElement? HqsValue() => Read(Hqs);

    /// <summary>The dealer's value, or null.</summary>
    public JsonElement? DealersValue() => Read(Dealers);

    public void Settle(Guid? by, DateTimeOffset at) => (SettledBy, SettledAt) = (by, at);

    private static JsonElement? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
