using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.RichText;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Rules;

/// <summary>The small print, folded; it is always in the page, for readers and for the record.</summary>
public sealed record RulesBlock : Block
{
    [Required]
    public LocalText Title { get; init; } = new("活动规则", "Terms");

    public RichText.RichText Body { get; init; } = RichText.RichText.OfLines("");

    /// <summary>The English text; absent, the Chinese one stands.</summary>
    public RichText.RichText? BodyEn { get; init; }

    [Look]
    public bool IsOpen { get; init; }
}
