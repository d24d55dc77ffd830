using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Series;

/// <summary>The series catalogue.</summary>
internal sealed class SeriesQueries(IDbContextFactory<PlatformDb> dbs, CurrentUser user)
{
    /// <summary>Ordered by code. Filter: <c>energy</c>.</summary>
    public async Task<Page<SeriesRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.SeriesRead))
        {
            return Page<SeriesRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var series = db.Series.AsNoTracking();
        if (page.Filters.TryGetValue("energy", out var energy))
        {
            series = series.Where(s => s.Energy == energy);
        }

        if (page.Search is { } words)
        {
            series = series.Where(s => s.Name.Contains(words) || s.NameEn.Contains(words) || s.Code == words);
        }

        var total = await series.LongCountAsync(ct);
        if (page.After is { } after)
        {
            series = page.Descending ? series.Where(s => s.Code.CompareTo(after) < 0) : series.Where(s => s.Code.CompareTo(after) > 0);
        }

        var rows = await (page.Descending ? series.OrderByDescending(s => s.Code) : series.OrderBy(s => s.Code))
            .Take(page.Size + 1)
            .Join(db.Brands, s => s.BrandId, b => b.Id, (s, b) => new SeriesRow(s.Code, s.Name, b.Name, s.BodyStyle, s.Energy, s.PriceFromFen, s.IsOnSale))
            .ToListAsync(ct);
        rows.Sort((a, b) => page.Descending ? string.CompareOrdinal(b.Code, a.Code) : string.CompareOrdinal(a.Code, b.Code));
        return rows.Count > page.Size ? new Page<SeriesRow>(rows[..page.Size], rows[page.Size - 1].Code, total) : new Page<SeriesRow>(rows, null, total);
    }
}

/// <summary>A series in the list.</summary>
public sealed record SeriesRow(string Code, string Name, string Brand, string BodyStyle, string Energy, long PriceFromFen, bool IsOnSale);
