using System.Globalization;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Series;

/// <summary>The series catalogue.</summary>
internal sealed class SeriesQueries(IDbContextFactory<PlatformDb> dbs, CurrentUser user)
{
    /// <summary>In the order in which the catalogue is shown, or by <c>code</c>. Filters: <c>energy</c>, <c>state</c> (<c>on</c>, <c>off</c>).</summary>
    public async Task<Page<SeriesRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.SeriesRead))
        {
            return Page<SeriesRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var brands = await db.Brands.ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var series = Narrow(db.Series, page);
        var total = await series.LongCountAsync(ct);
        var found = await After(series, page).Take(page.Size + 1).ToListAsync(ct);
        var rows = found.ConvertAll(s => Row(db, s, brands));
        return rows.Count > page.Size ? new Page<SeriesRow>(rows[..page.Size], MarkOf(found[page.Size - 1], page), total) : new Page<SeriesRow>(rows, null, total);
    }

    /// <summary>One series as it is now, or null.</summary>
    public async Task<SeriesRow?> FindAsync(Guid seriesId, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.SeriesRead))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var brands = await db.Brands.ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        return await db.Series.SingleOrDefaultAsync(s => s.Id == seriesId, ct) is { } series ? Row(db, series, brands) : null;
    }

    private static SeriesRow Row(PlatformDb db, CarSeries s, Dictionary<Guid, string> brands)
        => new(s.Id, db.VersionOf(s), s.Code, s.Name, s.NameEn, brands.GetValueOrDefault(s.BrandId, ""), s.BodyStyle, s.Energy, s.PriceFromFen, s.IsOnSale);

    private static IQueryable<CarSeries> Narrow(IQueryable<CarSeries> series, PageRequest page)
    {
        if (page.Filters.TryGetValue("energy", out var energy))
        {
            series = series.Where(s => s.Energy == energy);
        }

        if (page.Filters.TryGetValue("state", out var state))
        {
            series = state switch
            {
                "on" => series.Where(s => s.IsOnSale),
                "off" => series.Where(s => !s.IsOnSale),
                _ => series.Where(s => false),
            };
        }

        return page.Search is { } words ? series.Where(s => s.Name.Contains(words) || s.NameEn.Contains(words) || s.Code == words) : series;
    }

    private static IQueryable<CarSeries> After(IQueryable<CarSeries> series, PageRequest page)
    {
        if (page.Sort == "code")
        {
            return page.After is not { } code ? page.Descending ? series.OrderByDescending(s => s.Code) : series.OrderBy(s => s.Code)
                : page.Descending ? series.Where(s => s.Code.CompareTo(code) < 0).OrderByDescending(s => s.Code)
                : series.Where(s => s.Code.CompareTo(code) > 0).OrderBy(s => s.Code);
        }

        if (page.After?.Split(' ', 2) is [var rank, var last] && int.TryParse(rank, CultureInfo.InvariantCulture, out var from))
        {
            series = series.Where(s => s.Rank > from || (s.Rank == from && s.Code.CompareTo(last) > 0));
        }

        return series.OrderBy(s => s.Rank).ThenBy(s => s.Code);
    }

    private static string MarkOf(CarSeries last, PageRequest page)
        => page.Sort == "code" ? last.Code : string.Create(CultureInfo.InvariantCulture, $"{last.Rank} {last.Code}");
}

/// <summary>A series in the list.</summary>
public sealed record SeriesRow(Guid Id, uint Version, string Code, string Name, string NameEn, string Brand, string BodyStyle, string Energy, long PriceFromFen, bool IsOnSale);
