using System.Text.Json;

namespace AutoPortal.Pages.Masters;

/// <summary>Where a dealer's wish and HQ's change met. Whatever the dealer had is in the page or here; nothing is lost.</summary>
/// <param name="Kind">How they met.</param>
/// <param name="BlockId">The block.</param>
/// <param name="Field">The setting, or null where the block is meant.</param>
/// <param name="Before">What both began with.</param>
/// <param name="Hqs">What HQ has now.</param>
/// <param name="Dealers">What the dealer had.</param>
public sealed record MergeConflict(ConflictKind Kind, string BlockId, string? Field = null, JsonElement? Before = null, JsonElement? Hqs = null, JsonElement? Dealers = null);

/// <summary>How a dealer's wish and HQ's change met.</summary>
public enum ConflictKind
{
    /// <summary>Both changed the setting; the dealer's stands.</summary>
    BothChanged,

    /// <summary>HQ closed the setting that the dealer had changed; HQ's stands, the dealer's is kept here.</summary>
    NowLocked,

    /// <summary>HQ removed a block that the dealer had worked on; it stays as the dealer's own.</summary>
    RemovedByHq,

    /// <summary>HQ changed a block that the dealer leaves out; it stays left out.</summary>
    ChangedWhileLeftOut,

    /// <summary>The dealer had left out a block that HQ no longer lets anybody leave out; it is back.</summary>
    NowRequired,

    /// <summary>The dealer's block stands where HQ no longer has a place for it; it stays where it is.</summary>
    SlotClosed,

    /// <summary>The block that the dealer's block stood in is gone; it stands at the end of the page.</summary>
    SlotGone,
}
