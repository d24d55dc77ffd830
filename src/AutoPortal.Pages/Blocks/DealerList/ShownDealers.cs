using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Blocks.DealerList;

/// <summary>Which dealers of the network a list shows.</summary>
internal static class ShownDealers
{
    /// <summary>More than this on one page helps nobody and weighs too much.</summary>
    public const int MostShown = 60;

    public static IReadOnlyList<DealerFacts> Of(DealerListBlock block, IReadOnlyList<DealerFacts> network)
    {
        var open = network.Where(d => d is { IsActive: true, RegionId: not null });
        if (block.Dealers.Count > 0)
        {
            var byId = open.ToDictionary(d => d.Id.ToString(), StringComparer.OrdinalIgnoreCase);
            return [.. block.Dealers.Select(id => byId.GetValueOrDefault(id)).OfType<DealerFacts>().Take(MostShown)];
        }

        return
        [
            .. open.Where(d => block.Places.Count == 0 || block.Places.Contains(d.City, StringComparer.Ordinal) || block.Places.Contains(d.Province, StringComparer.Ordinal))
                .OrderBy(d => Place(block, d)).ThenBy(d => d.Province, StringComparer.CurrentCulture).ThenBy(d => d.City, StringComparer.CurrentCulture).ThenBy(d => d.Code, StringComparer.Ordinal)
                .Take(MostShown),
        ];
    }

    // Places in the order in which the author named them.
    private static int Place(DealerListBlock block, DealerFacts dealer)
        => block.Places.Index().Where(p => p.Item == dealer.City || p.Item == dealer.Province).Select(p => p.Index).FirstOrDefault();
}
