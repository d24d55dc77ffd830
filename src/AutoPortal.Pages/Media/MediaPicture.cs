using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Files;
using AutoPortal.Pages.Media.Films;

namespace AutoPortal.Pages.Media;

/// <summary>An uploaded picture as it was made anew, of which nothing but its pixels is left; or a film, of which what is neither picture nor sound is gone.</summary>
internal sealed class MediaPicture : TenantEntity, IDealerScoped
{
    public const int LongestName = 120;
    public const int LongestAlt = 300;

    private MediaPicture()
    {
    }

    public MediaPicture(Guid id, string name, MadePicture made, IReadOnlyList<string> files, Guid? dealerId, Guid? by, DateTimeOffset at)
    {
        Id = id;
        DealerId = dealerId;
        Name = Tidy(name, LongestName);
        (Width, Height) = (made.Width, made.Height);
        Files = [.. files];
        FileBytes = made.Files[0].Bytes.Length;
        AddedBy = by;
        AddedAt = at;
    }

    /// <summary>A film, as it lies in the store.</summary>
    public static MediaPicture Film(Guid id, string name, FilmFacts facts, StoredFile file, Guid? dealerId, Guid? by, DateTimeOffset at) => new()
    {
        Id = id,
        DealerId = dealerId,
        Name = Tidy(name, LongestName),
        Width = facts.Width,
        Height = facts.Height,
        FilmType = facts.Type,
        Seconds = facts.Seconds,
        Files = [file.Sha256],
        FileBytes = file.FileBytes,
        AddedBy = by,
        AddedAt = at,
    };

    /// <summary>The dealer whose picture it is; null for HQ's, which all may use.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>Name it came with, or was given.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it shows, for those who cannot see it; proposed wherever it is used.</summary>
    public string Alt { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Size of the whole picture.</summary>
    public long FileBytes { get; private set; }

    /// <summary>Names of the stored files: the whole picture, then narrower ones in the order of <see cref="MediaAddress.Narrower"/>.</summary>
    public string[] Files { get; private set; } = [];

    /// <summary>The whole picture's file; the same picture is kept once for each owner.</summary>
    public string Sha256
    {
        get => Files is [var whole, ..] ? whole : "";
        private set { }
    }

    /// <summary><c>mp4</c> or <c>webm</c> where it is a film; null for a picture.</summary>
    public string? FilmType { get; private set; }

    /// <summary>Length of a film.</summary>
    public int? Seconds { get; private set; }

    /// <summary>The picture that stands for a film until it is played, or null.</summary>
    public Guid? PosterId { get; private set; }

    public Guid? AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public void Describe(string name, string alt)
    {
        Name = Tidy(name, LongestName) is { Length: > 0 } named ? named : Name;
        Alt = Tidy(alt, LongestAlt);
    }

    /// <summary>The stored file of a width; null for a width that is not kept.</summary>
    public string? FileOf(int? width)
    {
        if (width is null)
        {
            return Sha256;
        }

        var place = MediaAddress.Narrower.Where(w => w < Width).ToList().IndexOf(width.Value);
        return place < 0 ? null : Files.ElementAtOrDefault(place + 1);
    }

    public void ShowFirst(Guid? posterId) => PosterId = posterId;

    public FilmAddress? FilmIn(string tenant) => FilmType is { } type ? new(tenant, Id, Width, Height, type) : null;

    public MediaAddress AddressIn(string tenant) => new(tenant, Id, Width, Height);

    private static string Tidy(string words, int longest)
    {
        var tidy = new string([.. words.Where(c => !char.IsControl(c))]).Trim();
        return tidy.Length <= longest ? tidy : tidy[..longest];
    }
}
