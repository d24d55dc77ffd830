using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Drawings;

/// <summary>One drawing, as part of a page and as a file of its own.</summary>
/// <param name="Source">The svg file.</param>
/// <param name="Inline">The svg element for inside a page.</param>
/// <param name="Hash">Of the file; stands in addresses, so that a phone may keep them for ever.</param>
/// <param name="Width">Of its view box.</param>
/// <param name="Height">Of its view box.</param>
internal sealed partial record DrawingFile(string Source, string Inline, string Hash, int Width, int Height)
{
    /// <summary>The file with a theme's variables inside it: as an image it does not see those of the page.</summary>
    public string In(ThemeTokens theme, string? paintColor)
    {
        var begin = Source.IndexOf('>', StringComparison.Ordinal) + 1;
        var paint = paintColor is null ? "" : $":root{{--paint:{paintColor}}}";
        return string.Concat(Source.AsSpan(0, begin), $"<style>{theme.ToVariables()}{paint}</style>", Source.AsSpan(begin));
    }

    internal static DrawingFile Of(string svg)
    {
        var source = svg.Trim();
        var box = ViewBox().Match(source);
        // A drawing beside words is ornament, or the element around it says what it shows: readers must not walk through its shapes.
        var inline = source.Replace("<svg ", "<svg aria-hidden=\"true\" focusable=\"false\" ", StringComparison.Ordinal)
            .Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..8];
        return new(source, inline, hash, Number(box.Groups["width"]), Number(box.Groups["height"]));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("viewBox=\"0 0 (?<width>\\d+) (?<height>\\d+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ViewBox();
}
