using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Masters;

/// <summary>What HQ marks on the blocks of a master page. Nothing is open unless it is marked: a dealer may change only what HQ opened.</summary>
internal static class MasterMarks
{
    /// <summary>Names of the settings that dealers may change, as an array; <c>*</c> means all.</summary>
    public const string Open = "open";

    /// <summary>True: dealers may put blocks of their own inside.</summary>
    public const string Slot = "slot";

    /// <summary>True: dealers may leave the block out.</summary>
    public const string Optional = "optional";

    /// <summary>True on a copy's blocks that are HQ's; set when a copy is made or merged, never by a person.</summary>
    public const string Hq = "hq";

    private static readonly JsonElement True = JsonSerializer.SerializeToElement(true);

    /// <summary>Whether dealers may change the setting.</summary>
    public static bool IsOpen(this PageNode block, string field)
        => block.Marks.TryGetValue(Open, out var open) && open.ValueKind is JsonValueKind.Array
            && open.EnumerateArray().Any(name => name.ValueKind is JsonValueKind.String && (name.ValueEquals("*") || name.ValueEquals(field)));

    /// <summary>Whether dealers may put blocks of their own inside.</summary>
    public static bool IsSlot(this PageNode block) => block.Has(Slot);

    /// <summary>Whether dealers may leave the block out.</summary>
    public static bool IsOptional(this PageNode block) => block.Has(Optional);

    /// <summary>Whether the block of a copy is HQ's.</summary>
    public static bool IsHqs(this PageNode block) => block.Has(Hq);

    /// <summary>The block and everything inside it as HQ's.</summary>
    public static PageNode AsHqs(this PageNode block)
        => block with { Marks = block.Marks.SetItem(Hq, True), Children = [.. block.Children.Select(AsHqs)] };

    /// <summary>The block without any mark of HQ's, as a dealer's own; what stands inside stays as it is.</summary>
    public static PageNode AsOwn(this PageNode block) => block with { Marks = block.Marks.RemoveRange([Open, Slot, Optional, Hq]) };

    private static bool Has(this PageNode block, string mark) => block.Marks.TryGetValue(mark, out var value) && value.ValueKind is JsonValueKind.True;
}
