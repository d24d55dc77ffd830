using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPortal.Pages.Media.Films;

/// <summary>The public address of an uploaded film: <c>/chenxing/media/{id}-{width}x{height}.mp4</c>.</summary>
public readonly partial record struct FilmAddress(string Tenant, Guid Id, int Width, int Height, string Type)
{
    /// <summary>The film that an address means; null for any other address.</summary>
    public static FilmAddress? Read(string? path)
        => path is not null && Shape().Match(path) is { Success: true } match && Guid.TryParseExact(match.Groups["id"].ValueSpan, "N", out var id)
            ? new(match.Groups["tenant"].Value, id, Number(match.Groups["width"]), Number(match.Groups["height"]), match.Groups["type"].Value)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"/{Tenant}/media/{Id:N}-{Width}x{Height}.{Type}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^/(?<tenant>[a-z][a-z0-9-]{2,30})/media/(?<id>[0-9a-f]{32})-(?<width>[0-9]{1,5})x(?<height>[0-9]{1,5})\\.(?<type>mp4|webm)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
