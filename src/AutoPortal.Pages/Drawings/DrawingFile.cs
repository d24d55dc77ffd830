using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Drawings;

/// <summary>One drawing, ready to stand inside a page.</summary>
/// <param name="Markup">The whole svg element.</param>
/// <param name="Width">Of its view box.</param>
/// <param name="Height">Of its view box.</param>
internal sealed partial record DrawingFile(string Markup, int Width, int Height)
{
    internal static DrawingFile Of(string svg)
    {
        var box = ViewBox().Match(svg);
        // A drawing beside words is ornament, or the element around it says what it shows: readers must not walk through its shapes.
        var markup = svg.Trim().Replace("<svg ", "<svg aria-hidden=\"true\" focusable=\"false\" ", StringComparison.Ordinal)
            .Replace(" xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        return new(markup, Number(box.Groups["width"]), Number(box.Groups["height"]));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("viewBox=\"0 0 (?<width>\\d+) (?<height>\\d+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ViewBox();
}
