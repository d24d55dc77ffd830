using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Media.Films;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>What stands in the library.</summary>
internal sealed class MediaQueries(IDbContextFactory<PagesDb> dbs, IOrganisation organisation, CurrentScope scope)
{
    /// <summary>Pictures of one page of the library.</summary>
    public const int PageSize = 24;

    private const int MostUses = 100;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<MediaRow>> ListAsync(MediaSearch search, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var pictures = db.SeenPictures().AsNoTracking().Where(p => (search.Owner == null || (p.DealerId == null) == (search.Owner == "hq")) && (search.Kind == null || (p.FilmType != null) == (search.Kind == "films")));
        if (search.Words.Trim() is { Length: > 0 } sought)
        {
            var pattern = $"%{sought.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            pictures = pictures.Where(p => EF.Functions.ILike(p.Name, pattern, "\\") || EF.Functions.ILike(p.Alt, pattern, "\\"));
        }

        if (search.Before is { } last)
        {
            pictures = pictures.Where(p => p.Id.CompareTo(last) < 0);
        }

        var rows = await pictures.OrderByDescending(p => p.Id).Take(PageSize).ToListAsync(ct);
        var posters = rows.ConvertAll(p => p.PosterId).OfType<Guid>().ToList();
        var first = posters.Count == 0 ? [] : await db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).AsNoTracking().Where(p => posters.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var tree = await organisation.TreeAsync(ct);
        return rows.ConvertAll(p => MediaRow.Of(p, scope, tree.LabelOf(p.DealerId), p.PosterId is { } poster ? first.GetValueOrDefault(poster) : null));
    }

    /// <summary>One picture, or null.</summary>
    public async Task<MediaRow?> FindAsync(Guid id, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.SeenPictures().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } picture)
        {
            return null;
        }

        var first = picture.PosterId is null ? null : await db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).AsNoTracking().SingleOrDefaultAsync(p => p.Id == picture.PosterId, ct);
        return MediaRow.Of(picture, scope, (await organisation.TreeAsync(ct)).LabelOf(picture.DealerId), first);
    }

    /// <summary>How many pages show it, in their draft, before the public or in a version that can come back; those beyond reach count, too.</summary>
    public async Task<int> CountUsesAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.MediaReferences.Where(r => r.MediaId == id).Select(r => r.PageId).Distinct().CountAsync(ct);
    }

    /// <summary>Whether a film begins with it.</summary>
    public async Task<bool> IsPosterAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).AnyAsync(p => p.PosterId == id, ct);
    }

    /// <summary>The pages within reach that show it, by address, at most a hundred.</summary>
    public async Task<IReadOnlyList<MediaUse>> UsageAsync(Guid id, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var pages = await db.Pages.AsNoTracking().Where(p => db.MediaReferences.Any(r => r.MediaId == id && r.PageId == p.Id)).OrderBy(p => p.Slug).Take(MostUses)
            .Select(p => new
            {
                p.Id, p.Title, p.PathKind, p.Slug,
                IsInDraft = db.MediaReferences.Any(r => r.MediaId == id && r.PageId == p.Id && r.Version == MediaReference.Draft),
                IsLive = db.MediaReferences.Any(r => r.MediaId == id && r.PageId == p.Id && r.Version == p.LiveVersion),
            }).ToListAsync(ct);
        return pages.ConvertAll(p => new MediaUse(p.Id, p.Title, $"/{scope.TenantIdentifier}/{p.PathKind}/{p.Slug}", p.IsLive ? "live" : p.IsInDraft ? "draft" : "version"));
    }
}

/// <summary>What is sought in the library.</summary>
/// <param name="Words">In name or description; empty for all.</param>
/// <param name="Owner"><c>hq</c> or <c>dealers</c>; null for all within reach.</param>
/// <param name="Kind"><c>pictures</c> or <c>films</c>; null for both.</param>
/// <param name="Before">Older than this one; null for the newest.</param>
public sealed record MediaSearch(string Words = "", string? Owner = null, string? Kind = null, Guid? Before = null);

/// <summary>A picture of the library.</summary>
/// <param name="Owner">Name of the dealer whose it is; null for HQ's.</param>
/// <param name="MayChange">Whether the person may rename it and let it go.</param>
public sealed record MediaRow(Guid Id, string Name, string Alt, MediaAddress Address, long FileBytes, DateTimeOffset AddedAt, string? Owner, bool MayChange)
{
    /// <summary>Where it is a film: its address.</summary>
    public FilmAddress? Film { get; private init; }

    /// <summary>Length of a film.</summary>
    public TimeSpan? Length { get; private init; }

    /// <summary>The picture that a film begins with, or null.</summary>
    public MediaAddress? Poster { get; private init; }

    /// <summary>The smallest file that a list may show; null for a film without a poster.</summary>
    public string? Thumbnail => Film is null ? Small(Address) : Poster is { } poster ? Small(poster) : null;

    internal static MediaRow Of(MediaPicture picture, CurrentScope scope, string? owner, MediaPicture? poster)
        => new(picture.Id, picture.Name, picture.Alt, picture.AddressIn(scope.TenantIdentifier), picture.FileBytes, picture.AddedAt, owner, MediaOwner.MayChange(scope, picture))
        {
            Film = picture.FilmIn(scope.TenantIdentifier),
            Length = picture.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Poster = poster?.AddressIn(scope.TenantIdentifier),
        };

    private static string Small(MediaAddress address) => address.Width > MediaAddress.Narrower[0] ? address.Narrow(MediaAddress.Narrower[0]) : address.ToString();
}

/// <summary>A page that shows a picture.</summary>
/// <param name="Where">The nearest of <c>live</c>, <c>draft</c>, <c>version</c>.</param>
internal sealed record MediaUse(Guid PageId, LocalText Title, string Path, string Where);
