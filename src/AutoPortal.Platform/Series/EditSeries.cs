using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Series;

/// <summary>The catalogue: series are added, described, taken off sale and put in order.</summary>
internal sealed class EditSeries(IDbContextFactory<PlatformDb> dbs, DealerDesk desk, CurrentScope scope, TimeProvider clock)
{
    private bool May => scope.May(PlatformPermissions.SeriesManage) && scope.SeesAllDealers;

    public async Task<Outcome> FoundAsync(Guid brandId, string code, SeriesDescription description, CancellationToken ct)
    {
        if (!May)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!await db.Brands.AnyAsync(b => b.Id == brandId, ct))
        {
            return Refusal.NotFound;
        }

        var founded = CarSeries.Found(Ids.New(clock), brandId, code, description);
        if (!founded.IsOk)
        {
            return founded.Refusal;
        }

        var siblings = await db.Series.Where(s => s.BrandId == brandId).Select(s => new { s.Code, s.Rank }).ToListAsync(ct);
        if (siblings.Exists(s => s.Code == founded.Value.Code))
        {
            return PlatformRefusals.CodeTaken;
        }

        founded.Value.StandAt(siblings.Count == 0 ? 0 : siblings.Max(s => s.Rank) + 1);
        db.Series.Add(founded.Value);
        return await desk.SaveAsync(db, ct);
    }

    /// <param name="seriesId">The series.</param>
    /// <param name="version">What the person read.</param>
    /// <param name="description">All of it.</param>
    /// <param name="isOnSale">Off sale it stands in no choice, and old leads keep it.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> RunAsync(Guid seriesId, uint version, SeriesDescription description, bool isOnSale, CancellationToken ct)
    {
        if (!May)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Series.SingleOrDefaultAsync(s => s.Id == seriesId, ct) is not { } series)
        {
            return Refusal.NotFound;
        }

        db.Expect(series, version);
        if (series.Describe(description) is { } refusal)
        {
            return refusal;
        }

        series.Sell(isOnSale);
        return await desk.SaveAsync(db, ct);
    }

    /// <summary>Moves a series one place up or down among those of its brand.</summary>
    public async Task<Outcome> ShiftAsync(Guid seriesId, bool isUp, CancellationToken ct)
    {
        if (!May)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Series.SingleOrDefaultAsync(s => s.Id == seriesId, ct) is not { } series)
        {
            return Refusal.NotFound;
        }

        var inOrder = await db.Series.Where(s => s.BrandId == series.BrandId).OrderBy(s => s.Rank).ThenBy(s => s.Code).ToListAsync(ct);
        var from = inOrder.IndexOf(series);
        var to = Math.Clamp(from + (isUp ? -1 : 1), 0, inOrder.Count - 1);
        inOrder.RemoveAt(from);
        inOrder.Insert(to, series);
        for (var rank = 0; rank < inOrder.Count; rank++)
        {
            inOrder[rank].StandAt(rank);
        }

        return await desk.SaveAsync(db, ct);
    }
}
