using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>What stands in the library.</summary>
internal sealed class MediaQueries(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    /// <summary>Pictures of one page of the library.</summary>
    public const int PageSize = 24;

    /// <summary>The newest first, older than <paramref name="before"/>; those whose name or description has the words.</summary>
    public async Task<IReadOnlyList<MediaRow>> ListAsync(string words, Guid? before, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var pictures = db.MediaPictures.AsNoTracking();
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
        return rows.ConvertAll(Row);
    }

    /// <summary>One picture, or null.</summary>
    public async Task<MediaRow?> FindAsync(Guid id, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.MediaPictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } picture ? Row(picture) : null;
    }

    /// <summary>The pages that show it, in their draft, before the public or in a version that can come back.</summary>
    public async Task<IReadOnlyList<MediaUse>> UsageAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var pattern = $"%/media/{id:N}-%";
        var ids = await db.Sql().QueryAsync<Guid>(
            """
            select p.id from pages.pages p
            where {tenant:p} and (p.document::text like @pattern
                or exists (select 1 from pages.page_versions v where {tenant:v} and v.page_id = p.id and v.document::text like @pattern))
            order by p.slug limit 100
            """, new { pattern }, ct);
        var pages = await db.Pages.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Slug).Select(p => new { p.Id, p.Title, p.PathKind, p.Slug }).ToListAsync(ct);
        return pages.ConvertAll(p => new MediaUse(p.Id, p.Title, $"/{scope.TenantIdentifier}/{p.PathKind}/{p.Slug}"));
    }

    private MediaRow Row(MediaPicture picture) => MediaRow.Of(picture, scope.TenantIdentifier);
}

/// <summary>A picture of the library.</summary>
public sealed record MediaRow(Guid Id, string Name, string Alt, MediaAddress Address, long FileBytes, DateTimeOffset AddedAt)
{
    /// <summary>The smallest file that a list may show.</summary>
    public string Thumbnail => Address.Width > MediaAddress.Narrower[0] ? Address.Narrow(MediaAddress.Narrower[0]) : Address.ToString();

    internal static MediaRow Of(MediaPicture picture, string tenant)
        => new(picture.Id, picture.Name, picture.Alt, picture.AddressIn(tenant), picture.FileBytes, picture.AddedAt);
}

/// <summary>A page that shows a picture.</summary>
internal sealed record MediaUse(Guid PageId, LocalText Title, string Path);
