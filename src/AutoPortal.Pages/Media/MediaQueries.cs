using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>What stands in the library.</summary>
internal sealed class MediaQueries(IDbContextFactory<PagesDb> dbs, IOrganisation organisation, CurrentScope scope)
{
    /// <summary>Pictures of one page of the library.</summary>
    public const int PageSize = 24;

    private const int MostUses = 100;

    /// <summary>The newest first, older than <paramref name="before"/>; those whose name or description has the words, of <paramref name="owner"/> <c>hq</c> or <c>dealers</c> where it is given.</summary>
    public async Task<IReadOnlyList<MediaRow>> ListAsync(string words, string? owner, Guid? before, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var pictures = db.SeenPictures().AsNoTracking().Where(p => owner == null || (p.DealerId == null) == (owner == "hq"));
        if (words.Trim() is { Length: > 0 } sought)
        {
            var pattern = $"%{sought.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            pictures = pictures.Where(p => EF.Functions.ILike(p.Name, pattern, "\\") || EF.Functions.ILike(p.Alt, pattern, "\\"));
        }

        if (before is { } last)
        {
            pictures = pictures.Where(p => p.Id.CompareTo(last) < 0);
        }

        var rows = await pictures.OrderByDescending(p => p.Id).Take(PageSize).ToListAsync(ct);
        var tree = await organisation.TreeAsync(ct);
        return rows.ConvertAll(p => Row(p, tree));
    }

    /// <summary>One picture, or null.</summary>
    public async Task<MediaRow?> FindAsync(Guid id, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.SeenPictures().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } picture ? Row(picture, await organisation.TreeAsync(ct)) : null;
    }

    /// <summary>How many pages show it, in their draft, before the public or in a version that can come back; those beyond reach count, too.</summary>
    public async Task<int> CountUsesAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.MediaReferences.Where(r => r.MediaId == id).Select(r => r.PageId).Distinct().CountAsync(ct);
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

    private MediaRow Row(MediaPicture picture, OrganisationTree tree) => MediaRow.Of(picture, scope, tree.LabelOf(picture.DealerId));
}

/// <summary>A picture of the library.</summary>
/// <param name="Owner">Name of the dealer whose it is; null for HQ's.</param>
/// <param name="MayChange">Whether the person may rename it and let it go.</param>
public sealed record MediaRow(Guid Id, string Name, string Alt, MediaAddress Address, long FileBytes, DateTimeOffset AddedAt, string? Owner, bool MayChange)
{
    /// <summary>The smallest file that a list may show.</summary>
    public string Thumbnail => Address.Width > MediaAddress.Narrower[0] ? Address.Narrow(MediaAddress.Narrower[0]) : Address.ToString();

    internal static MediaRow Of(MediaPicture picture, CurrentScope scope, string? owner)
        => new(picture.Id, picture.Name, picture.Alt, picture.AddressIn(scope.TenantIdentifier), picture.FileBytes, picture.AddedAt, owner, MediaOwner.MayChange(scope, picture));
}

/// <summary>A page that shows a picture.</summary>
/// <param name="Where">The nearest of <c>live</c>, <c>draft</c>, <c>version</c>.</param>
internal sealed record MediaUse(Guid PageId, LocalText Title, string Path, string Where);
