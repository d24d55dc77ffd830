using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Lint.Weight;

/// <summary>A picture that a phone loads with a page.</summary>
/// <param name="Address">The very file it takes, where there are several widths.</param>
/// <param name="BlockId">The block in which it stands, or null.</param>
internal sealed partial record LoadedFile(string Address, string? BlockId)
{
    /// <summary>A phone 390 pixels wide whose screen has three for each.</summary>
    private const int ScreenPixels = 390 * 3;

    /// <summary>Pictures and films' posters of a drawn page, each file once. Films themselves are loaded when somebody asks for them.</summary>
    public static IReadOnlyList<LoadedFile> In(string html, IReadOnlyList<string> blockIds)
    {
        var places = blockIds.Select(id => (Id: id, At: html.IndexOf($" id=\"{id}\"", StringComparison.Ordinal))).Where(p => p.At >= 0).OrderBy(p => p.At).ToList();
        string? BlockAt(int at) => places.LastOrDefault(p => p.At < at).Id;
        return [.. Tag().Matches(html).Select(tag => (Address: AddressOf(tag.Value), tag.Index)).Where(f => f.Address is not null).DistinctBy(f => f.Address).Select(f => new LoadedFile(f.Address!, BlockAt(f.Index)))];
    }

    private static string? AddressOf(string tag)
        => tag.StartsWith("<video", StringComparison.Ordinal) ? Attribute(tag, "poster")
            : Attribute(tag, "srcset") is { } widths ? Narrowest(widths, Attribute(tag, "sizes"))
            : Attribute(tag, "src");

    // What a browser does: the first that is wide enough, else the widest.
    private static string Narrowest(string widths, string? sizes)
    {
        var wanted = ScreenPixels * Share(sizes);
        var files = widths.Split(", ").Select(w => w.Split(' ')).Where(w => w.Length == 2).Select(w => (Address: w[0], Width: int.Parse(w[1].TrimEnd('w'), CultureInfo.InvariantCulture))).OrderBy(w => w.Width).ToList();
        return files.FirstOrDefault(f => f.Width >= wanted, files[^1]).Address;
    }

    // The last of the sizes is the one without a condition, as on a phone.
    private static double Share(string? sizes)
        => sizes is not null && Wide().Match(sizes) is { Success: true } match ? double.Parse(match.Groups["share"].ValueSpan, CultureInfo.InvariantCulture) / 100 : 1;

    private static string? Attribute(string tag, string name)
    {
        var begin = $" {name}=\"";
        var from = tag.IndexOf(begin, StringComparison.Ordinal) is >= 0 and var at ? at + begin.Length : -1;
        var to = from < 0 ? -1 : tag.IndexOf('"', from);
        return to > from ? System.Net.WebUtility.HtmlDecode(tag[from..to]) : null;
    }

    [GeneratedRegex("<(img|video)\\s[^>]*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("(?<share>[0-9.]+)vw\\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wide();
}
