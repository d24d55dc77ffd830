using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Organisation;

/// <summary>What narrows the list of dealers; an unknown value matches nothing.</summary>
internal static class DealerFilters
{
    public static IQueryable<Dealer> Narrow(IQueryable<Dealer> dealers, PageRequest page, DateOnly today)
    {
        if (page.Filters.TryGetValue("node", out var node))
        {
            dealers = Guid.TryParse(node, out var id)
                ? dealers.Where(d => d.BrandId == id || d.Placements.Any(p => (p.RegionId == id || p.SubRegionId == id) && p.FromOn <= today && (p.UntilOn == null || p.UntilOn > today)))
                : dealers.Where(d => false);
        }

        if (page.Filters.TryGetValue("kind", out var kind))
        {
            dealers = dealers.Where(d => d.Kind == kind);
        }

        if (page.Filters.TryGetValue("state", out var state))
        {
            dealers = InState(dealers, state, today);
        }

        if (page.Filters.TryGetValue("leads", out var leads))
        {
            dealers = leads switch
            {
                "on" => dealers.Where(d => d.AcceptsLeads),
                "off" => dealers.Where(d => !d.AcceptsLeads),
                _ => dealers.Where(d => false),
            };
        }

        return page.Search is { } words
            ? dealers.Where(d => d.Name.Contains(words) || d.Code.StartsWith(words.ToUpper()) || d.City == words)
            : dealers;
    }

    // The same as Dealer.StateOn, as the database can ask it.
    private static IQueryable<Dealer> InState(IQueryable<Dealer> dealers, string state, DateOnly today) => state switch
    {
        "left" => dealers.Where(d => d.LeftOn <= today),
        "open" => dealers.Where(d => (d.LeftOn == null || d.LeftOn > today)
            && (d.State == DealerState.Open
                || (d.State == DealerState.OpeningPlanned && d.OpeningOn <= today)
                || (d.State == DealerState.Suspended && d.SuspendedUntilOn <= today))),
        "suspended" => dealers.Where(d => (d.LeftOn == null || d.LeftOn > today) && d.State == DealerState.Suspended && (d.SuspendedUntilOn == null || d.SuspendedUntilOn > today)),
        "opening_planned" => dealers.Where(d => (d.LeftOn == null || d.LeftOn > today) && d.State == DealerState.OpeningPlanned && d.OpeningOn > today),
        _ => dealers.Where(d => false),
    };
}
