using System.Globalization;
using System.Text;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Drawings;

namespace AutoPortal.Pages.Themes;

/// <summary>A theme as CSS variables. Its code stands in the file's name, so any node can answer it for ever without looking anything up.</summary>
public sealed class ThemeTokens
{
    // Part of the code: a change of the arithmetic below gives every theme a new address.
    private const string Edition = "1";
    private const double ReadableText = 4.5;
    private const double VisibleShape = 3;
    private static readonly ThemeColor Night = new(0x16, 0x1B, 0x26);

    private readonly ThemeColor _brand;
    private readonly int _radius;
    private readonly Skin _skin;

    private ThemeTokens(ThemeColor brand, int radius, Skin skin) => (_brand, _radius, _skin) = (brand, radius, skin);

    /// <summary>Such as <c>1f5eff-12-day-1</c>.</summary>
    public string Code => $"{_brand.ToString()[1..]}-{_radius.ToString(CultureInfo.InvariantCulture)}-{_skin.Code}-{Edition}";

    /// <summary>For the browser's own bars.</summary>
    public string SkyColor => Part("sky-a", _skin).ToString();

    /// <summary>The same in the dark.</summary>
    public string NightSkyColor => Part("sky-a", Skin.Night).ToString();

    /// <summary>Whether every value is in its range.</summary>
    public static bool IsValid(PageTheme theme) => Of(theme) is not null;

    /// <summary>The tokens, or null where a value is out of its range.</summary>
    public static ThemeTokens? Of(PageTheme theme)
        => ThemeColor.TryParse(theme.Brand, out var brand) && theme.Radius is >= 0 and <= 24 && Skin.Find(theme.Skin) is { } skin
            ? new(brand, theme.Radius, skin)
            : null;

    /// <summary>The tokens of a file's name, or null where nobody could have made that name.</summary>
    public static ThemeTokens? OfCode(string code)
        => code.Split('-') is [var brand, var radius, var skin, Edition]
            && int.TryParse(radius, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
            && Of(new PageTheme("#" + brand, pixels, skin)) is { } tokens
            && string.Equals(tokens.Code, code, StringComparison.Ordinal)
                ? tokens
                : null;

    /// <summary>The page's style sheet: the variables, and the paints of cars.</summary>
    public string ToCss()
    {
        var css = new StringBuilder(ToVariables());
        Paints.WriteCss(css);
        return css.ToString();
    }

    /// <summary>The variables alone, by day and by night.</summary>
    public string ToVariables()
    {
        var css = new StringBuilder();
        css.Append(":root{");
        Write(css, "radius", $"{_radius}px");
        WriteColors(css, ThemeColor.White, ThemeColor.Ink, _brand, _skin);
        css.Append("}\n@media (prefers-color-scheme:dark){:root{");
        WriteColors(css, Night, ThemeColor.White, _brand.UntilReadableOn(Night, ThemeColor.White, VisibleShape), Skin.Night);
        css.Append("}}\n");
        return css.ToString();
    }

    private void WriteColors(StringBuilder css, ThemeColor ground, ThemeColor text, ThemeColor brand, Skin skin)
    {
        // White words look right on most car brands; only on truly light ones do dark words serve better.
        var ink = brand.ContrastWith(ThemeColor.White) >= VisibleShape ? ThemeColor.White : ThemeColor.Ink;
        // A middling brand carries neither black nor white well: the button then goes a little deeper.
        var button = brand.UntilReadableOn(ink, ink == ThemeColor.White ? ThemeColor.Ink : ThemeColor.White, ReadableText);
        var soft = ground.Mix(_brand, skin.IsDark ? .22 : .09);
        Write(css, "brand", button.ToString());
        Write(css, "brand-ink", ink.ToString());
        Write(css, "brand-deep", brand.UntilReadableOn(soft, text, ReadableText).ToString());
        Write(css, "brand-soft", soft.ToString());
        Write(css, "brand-line", ground.Mix(_brand, skin.IsDark ? .45 : .28).ToString());
        Write(css, "paint", _brand.ToString());
        Write(css, "sky-ink", (skin.IsDark ? ThemeColor.White : ThemeColor.Ink).ToString());
        Write(css, "halo", skin.IsDark ? ".16" : ".4");
        foreach (var (name, _, _) in skin.Parts)
        {
            Write(css, name, Part(name, skin).ToString());
        }
    }

    private ThemeColor Part(string name, Skin skin)
    {
        var (_, ground, share) = skin.Parts.First(p => string.Equals(p.Name, name, StringComparison.Ordinal));
        return ThemeColor.TryParse(ground, out var color) ? color.Mix(_brand, share) : color;
    }

    private static void Write(StringBuilder css, string name, string value)
        => css.Append("--").Append(name).Append(':').Append(value).Append(';');
}
