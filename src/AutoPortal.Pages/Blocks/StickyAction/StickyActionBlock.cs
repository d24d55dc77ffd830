using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.StickyAction;

/// <summary>The action that stays under the thumb. Put last on the page.</summary>
public sealed record StickyActionBlock : Block
{
    [Required]
    public LocalText Label { get; init; } = new("立即报名", "Sign up");

    /// <summary>Id of the block that it leads to.</summary>
    [BlockId]
    public string Target { get; init; } = "sign-up";

    /// <summary>An address that it leads to instead.</summary>
    [Link, StringLength(500)]
    public string? Href { get; init; }

    /// <summary>A second, quieter button.</summary>
    public LocalText? SecondLabel { get; init; }

    [Link, StringLength(500)]
    public string? SecondHref { get; init; }

    /// <summary>A word beside the button, such as what is left.</summary>
    public LocalText? Note { get; init; }

    /// <summary>Hotline as <c>tel:…</c>; absent, no call button.</summary>
    [Link, StringLength(60)]
    public string? CallHref { get; init; }
}
