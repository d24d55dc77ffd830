using AutoPortal.Customers.Data;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Figures;

/// <summary>Reads figures of pages from the counters; no event is touched.</summary>
internal sealed class PageTrafficQueries(IDbContextFactory<CustomersDb> dbs) : IPageTraffic
{
    // A page that was flooded with invented names of buttons must still be read at once.
    private const int MostRows = 20_000;

    public async Task<PageTraffic> ReadAsync(Guid pageId, TrafficPeriod period, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var counted = await db.PageCounters.AsNoTracking()
            .Where(c => c.PageId == pageId && c.Day >= period.From && c.Day <= period.To && (period.Version == null || c.PageVersion == period.Version))
            .GroupBy(c => new { c.Block, c.Name, c.Subject, c.Day })
            .Select(g => new Counted(g.Key.Block, g.Key.Name, g.Key.Subject, g.Key.Day, g.Sum(c => c.Count), g.Sum(c => c.Amount)))
            .Take(MostRows)
            .ToListAsync(ct);
        var visitors = await db.PageVisits.Where(v => v.PageId == pageId && v.Day >= period.From && v.Day <= period.To).Select(v => v.VisitorId).Distinct().LongCountAsync(ct);
        var views = counted.Where(c => c.Name == HouseEvents.PageView).ToList();
        return new(
            views.Sum(c => c.Count),
            visitors,
            TimeSpan.FromMilliseconds(counted.Where(c => c is { Name: HouseEvents.Dwell, Block: "" }).Sum(c => c.Amount)),
            [.. DaysOf(period).Select(day => new DayTraffic(day, views.Where(c => c.Day == day).Sum(c => c.Count)))],
            [.. counted.Where(c => c.Block.Length > 0 && c.Name != HouseEvents.FormStep).GroupBy(c => c.Block, StringComparer.Ordinal).Select(Block)],
            [.. counted.Where(c => c.Name == HouseEvents.FormStep).GroupBy(c => (c.Block, c.Subject)).Select(g => Step(g.Key.Block, g.Key.Subject, g.Sum(c => c.Count)))]);
    }

    private static IEnumerable<DateOnly> DaysOf(TrafficPeriod period)
        => Enumerable.Range(0, Math.Clamp(period.To.DayNumber - period.From.DayNumber + 1, 0, 400)).Select(period.From.AddDays);

    private static BlockTraffic Block(IGrouping<string, Counted> of)
        => new(
            of.Key,
            of.Where(c => c.Name == HouseEvents.BlockExposure).Sum(c => c.Count),
            of.Where(c => c.Name == HouseEvents.Click).Sum(c => c.Count),
            TimeSpan.FromMilliseconds(of.Where(c => c.Name == HouseEvents.Dwell).Sum(c => c.Amount)));

    private static FormStepTraffic Step(string block, string subject, long count)
        => subject.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? new(block, subject[..colon], subject[(colon + 1)..], count)
            : new(block, subject, "", count);

    private sealed record Counted(string Block, string Name, string Subject, DateOnly Day, long Count, long Amount);
}
