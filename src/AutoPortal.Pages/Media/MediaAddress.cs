using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Media;

/// <summary>The public address of an uploaded picture: <c>/chenxing/media/{id}-{width}x{height}.webp</c>, and <c>…-480.webp</c> for a narrower one. It tells the size, so that a page needs no lookup to state it.</summary>
public readonly partial record struct MediaAddress(string Tenant, Guid Id, int Width, int Height)
{
    /// <summary>Widths that are kept beside the whole one, where that is wider.</summary>
    public static readonly IReadOnlyList<int> Narrower = [480, 960];

    /// <summary>The address of the whole picture.</summary>
    public override string ToString() => $"{Stem}.webp";

    /// <summary>The address of a narrower one.</summary>
    public string Narrow(int width) => string.Create(CultureInfo.InvariantCulture, $"{Stem}-{width}.webp");

    /// <summary>The picture's addresses by width, as <c>srcset</c> wants them; null where there is one only.</summary>
    public string? Widths()
    {
        var self = this;
        var narrower = Narrower.Where(w => w < self.Width).Select(w => $"{self.Narrow(w)} {w}w").ToList();
        return narrower.Count == 0 ? null : string.Join(", ", [.. narrower, $"{this} {Width}w"]);
    }

    /// <summary>The whole picture that an address means; null for any other address.</summary>
    public static MediaAddress? Read(string? path) => ReadAny(path) is ({ } address, null) ? address : null;

    /// <summary>The picture that an address means, and which width of it.</summary>
    public static (MediaAddress Address, int? Width)? ReadAny(string? path)
        => path is not null && Shape().Match(path) is { Success: true } match && Guid.TryParseExact(match.Groups["id"].ValueSpan, "N", out var id)
            ? (new(match.Groups["tenant"].Value, id, Number(match.Groups["width"]), Number(match.Groups["height"])), match.Groups["narrow"].Success ? Number(match.Groups["narrow"]) : null)
            : null;

    private string Stem => string.Create(CultureInfo.InvariantCulture, $"/{Tenant}/media/{Id:N}-{Width}x{Height}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^/(?<tenant>[a-z][a-z0-9-]{2,30})/media/(?<id>[0-9a-f]{32})-(?<width>[0-9]{1,5})x(?<height>[0-9]{1,5})(-(?<narrow>[0-9]{1,5}))?\\.webp$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
