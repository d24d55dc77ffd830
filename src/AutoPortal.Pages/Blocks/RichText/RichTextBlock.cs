using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.RichText;

/// <summary>Free words between the other blocks.</summary>
public sealed record RichTextBlock : Block
{
    public LocalText? Title { get; init; }

    public RichText Body { get; init; } = RichText.OfLines("在这里写下要说的话。");

    /// <summary>The English text; absent, the Chinese one stands.</summary>
    public RichText? BodyEn { get; init; }

    public RichText In(string language)
        => string.Equals(language, PageLanguages.English, StringComparison.Ordinal) ? BodyEn ?? Body : Body;
}
