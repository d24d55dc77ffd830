using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Traffic;

/// <summary>One line of a page's figures: a block in its place, and how it does beside the others.</summary>
/// <param name="Id">The block.</param>
/// <param name="Kind">Stored word of its kind; empty where it is no longer on the page.</param>
/// <param name="Traffic">Its figures; zeros where nobody saw it.</param>
/// <param name="IsHot">It is clicked clearly more often than the page's blocks are on the whole.</param>
public sealed record BlockFigures(string Id, string Kind, BlockTraffic Traffic, bool IsHot)
{
    // With fewer, one person's clicks would make a block look hot.
    private const int EnoughExposures = 30;
    private const double Clearly = 1.5;

    /// <summary>Lines in the order of the page; what was taken off it comes last.</summary>
    public static IReadOnlyList<BlockFigures> Of(PageShape? shape, PageTraffic traffic)
    {
        var byId = traffic.Blocks.ToDictionary(b => b.BlockId, StringComparer.Ordinal);
        var present = (shape?.Blocks ?? []).Select(b => (b.Id, b.Kind)).ToList();
        var gone = byId.Keys.Except(present.Select(b => b.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => (Id: id, Kind: ""));
        var exposures = traffic.Blocks.Sum(b => b.Exposures);
        var usual = exposures == 0 ? 0 : (double)traffic.Blocks.Sum(b => b.Clicks) / exposures;
        return [.. present.Concat(gone).Select(b =>
        {
            var figures = byId.GetValueOrDefault(b.Id) ?? new(b.Id, 0, 0, TimeSpan.Zero);
            return new BlockFigures(b.Id, b.Kind, figures, figures.Exposures >= EnoughExposures && figures.ClickRate >= usual * Clearly && figures.Clicks > 0);
        })];
    }
}

/// <summary>One step of a form, and how many of those who began reached it.</summary>
/// <param name="Step"><c>start</c>, <c>field</c>, <c>submit</c> or <c>success</c>.</param>
/// <param name="Field">Name of the field, for that step.</param>
/// <param name="Count">Views in which it was reached.</param>
/// <param name="Share">Of those who began, or null where nobody did.</param>
public sealed record FunnelStep(string Step, string Field, long Count, double? Share)
{
    private static readonly string[] Order = ["start", "field", "submit", "success"];

    /// <summary>The steps of all forms of the page together: begun, each field from the one most people fill in, sent, done.</summary>
    public static IReadOnlyList<FunnelStep> Of(PageTraffic traffic)
    {
        var steps = traffic.Steps.GroupBy(s => (s.Step, s.Field)).Select(g => (g.Key.Step, g.Key.Field, Count: g.Sum(s => s.Count))).ToList();
        var began = steps.Where(s => s.Step == "start").Sum(s => s.Count);
        return [.. steps.Where(s => Array.IndexOf(Order, s.Step) >= 0)
            .OrderBy(s => Array.IndexOf(Order, s.Step)).ThenByDescending(s => s.Count).ThenBy(s => s.Field, StringComparer.Ordinal)
            .Select(s => new FunnelStep(s.Step, s.Field, s.Count, began == 0 ? null : Math.Min(1, (double)s.Count / began)))];
    }
}
