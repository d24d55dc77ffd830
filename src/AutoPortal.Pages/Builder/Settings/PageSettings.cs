using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;

namespace AutoPortal.Pages.Builder.Settings;

/// <summary>What an author sets about the page as a whole: the fields of the root.</summary>
public sealed record PageSettings : Block
{
    /// <summary>The page's name in the browser, in lists and when shared.</summary>
    [Required]
    public LocalText Title { get; init; } = "";

    /// <summary>One or two sentences for search and sharing.</summary>
    [LongText]
    public LocalText Description { get; init; } = "";

    /// <summary>The accent as <c>#rrggbb</c>; absent, the tenant's own.</summary>
    [Look, RegularExpression("^#[0-9a-fA-F]{6}$")]
    public string? Brand { get; init; }

    /// <summary>Corner radius in CSS pixels.</summary>
    [Look, Range(0, 24)]
    public int Radius { get; init; } = 12;

    /// <summary>Mood of the pictures.</summary>
    [Look, Choices("day", "autumn", "festival", "night")]
    public string Skin { get; init; } = "day";

    /// <summary>The settings of a document; what cannot be read counts as not set.</summary>
    internal static PageSettings Of(PageDocument document)
    {
        try
        {
            return JsonSerializer.SerializeToElement(document.Root.Settings, BlockCatalog.Json).Deserialize<PageSettings>(BlockCatalog.Json)! with { Id = PageDocument.RootId };
        }
        catch (JsonException)
        {
            return new() { Id = PageDocument.RootId };
        }
    }

    /// <summary>The look over the tenant's accent; null where the page says nothing of its own and so follows the tenant when it changes its colour.</summary>
    internal PageTheme? ThemeOver(string accent)
    {
        var theme = new PageTheme(Brand ?? accent, Radius, Skin);
        return theme == new PageTheme(accent) || !Themes.ThemeTokens.IsValid(theme) ? null : theme;
    }

    /// <summary>Name and look as a document says them.</summary>
    internal static PageFace FaceOf(PageDocument document, string accent)
    {
        var settings = Of(document);
        return new(settings.Title, settings.Description, settings.ThemeOver(accent));
    }

    /// <summary>A document of the time before pages had settings, with those of its row.</summary>
    internal static PageDocument WithSettingsOf(Page page, PageDocument document) => With(page.Title, page.Description, page.Theme, document);

    /// <summary>A version's document, with its settings where it is of the time before pages had any.</summary>
    internal static PageDocument WithSettingsOf(PageVersion version) => With(version.Title, version.Description, version.Theme, PageDocument.Parse(version.Document));

    private static PageDocument With(LocalText title, LocalText description, PageTheme? theme, PageDocument document)
    {
        if (document.Root.Settings.ContainsKey("title"))
        {
            return document;
        }

        var settings = document.Root.Settings.ToBuilder();
        Set("title", title);
        Set("description", description.IsEmpty ? null : description);
        Set("brand", theme?.Brand);
        Set("radius", theme?.Radius);
        Set("skin", theme?.Skin);
        return new(document.Root with { Settings = settings.ToImmutable() });

        void Set(string name, object? value)
        {
            if (value is not null)
            {
                settings.TryAdd(name, JsonSerializer.SerializeToElement(value, BlockCatalog.Json));
            }
        }
    }
}
