using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Media;

/// <summary>The public address of an uploaded picture: <c>/chenxing/media/{id}-{width}x{height}.webp</c>, and <c>…-480.webp</c> for a narrower one. It tells the size, so that a page needs no lookup to state it.</summary>
internal readonly partial record struct MediaAddress(string Tenant, Guid Id, int Width, int Height)
{
    /// <summary>Widths that are kept beside the whole one, where that is wider.</summary>
    public static readonly IReadOnlyList<int> Narrower = [480, 960];

    /// <summary>The address of the whole picture.</summary>
    public override string ToString() => $"{Stem}.webp";

    /// <summary>The picture's addresses by width, as <c>srcset</c> wants them.</summary>
    public string? Widths()
    {
        var (stem, whole) = (Stem, Width);
        var narrower = Narrower.Where(w => w < whole).Select(w => $"{stem}-{w}.webp {w}w").ToList();
        return narrower.Count == 0 ? null : string.Join(", ", [.. narrower, $"{this} {whole}w"]);
    }

    /// <summary>The picture that an address means; null for any other address.</summary>
    public static MediaAddress? Read(string? path)
        => path is not null && Shape().Match(path) is { Success: true } match && Guid.TryParseExact(match.Groups["id"].ValueSpan, "N", out var id)
            ? new(match.Groups["tenant"].Value, id, Number(match.Groups["width"]), Number(match.Groups["height"]))
            : null;

    private string Stem => string.Create(CultureInfo.InvariantCulture, $"/{Tenant}/media/{Id:N}-{Width}x{Height}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^/(?<tenant>[a-z][a-z0-9-]{2,30})/media/(?<id>[0-9a-f]{32})-(?<width>[0-9]{1,5})x(?<height>[0-9]{1,5})\\.webp$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
