using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Domain;

/// <summary>A lead that looks for a dealer.</summary>
/// <param name="RelatedDealerIds">Dealers with an open lead of the person, or that the person's car came from; nearest relation first.</param>
/// <param name="SourceL1">Channel of the lead, or null where it is not known.</param>
internal sealed record DealerRequest(Guid BrandId, Guid? NamedDealerId, IReadOnlyList<Guid> RelatedDealerIds, string? SourceL1, string? SeriesCode, Place Place);

/// <summary>A dealer and where it stands, in one form.</summary>
internal sealed record PlacedDealer(DealerFacts Facts, Place Place)
{
    public static IReadOnlyList<PlacedDealer> From(IEnumerable<DealerFacts> dealers)
        => [.. dealers.OrderBy(d => d.Id).Select(d => new PlacedDealer(d, Divisions.Read(d.Province, d.City, d.District).Place))];
}

/// <summary>HQ to dealer: named, related, same district, same city, same province, else HQ's list (domain language §4.7).</summary>
internal static class DealerChoice
{
    /// <param name="dealers">Dealers of the brand.</param>
    /// <param name="openLeads">Open leads by dealer; absent means none.</param>
    /// <param name="rotation">Changed where it decided.</param>
    public static Allocation Decide(DealerRequest request, IReadOnlyList<PlacedDealer> dealers, IReadOnlyDictionary<Guid, int> openLeads, RotationBook rotation)
    {
        var looked = dealers
            .Where(d => d.Facts.BrandId == request.BrandId)
            .Select(d => new Looked(d.Facts, NearnessOf(request.Place, d.Place), IsMeant(request, d.Facts), [.. WhyNot(request, d.Facts, openLeads.GetValueOrDefault(d.Facts.Id))]))
            .ToList();

        foreach (var (rule, isFor) in Rules(request))
        {
            var able = looked.FindAll(l => l.WhyNot.Count == 0 && isFor(l));
            if (able.Count > 0)
            {
                // Dealers carry no weights of their own yet: each takes its turn.
                var chosen = able is [var only] ? only.Dealer.Id : rotation.Next(PoolOf(request, rule), [.. able.Select(l => (l.Dealer.Id, 1d))]);
                return Told(chosen, rule, looked);
            }
        }

        return Told(null, AllocationRule.HqList, looked);
    }

    /// <summary>The pools whose turns may decide about the request.</summary>
    public static IReadOnlyList<string> PoolsOf(DealerRequest request)
        => [PoolOf(request, AllocationRule.SameDistrict), PoolOf(request, AllocationRule.SameCity), PoolOf(request, AllocationRule.SameProvince)];

    private static IEnumerable<(AllocationRule Rule, Predicate<Looked> IsFor)> Rules(DealerRequest request)
    {
        yield return (AllocationRule.NamedDealer, l => l.Dealer.Id == request.NamedDealerId);
        foreach (var related in request.RelatedDealerIds)
        {
            yield return (AllocationRule.RelatedDealer, l => l.Dealer.Id == related);
        }

        yield return (AllocationRule.SameDistrict, l => l.Nearness == Nearness.District);
        // A city without a free dealer in the district takes all of its dealers, and so does a province.
        yield return (AllocationRule.SameCity, l => l.Nearness >= Nearness.City);
        yield return (AllocationRule.SameProvince, l => l.Nearness >= Nearness.Province);
    }

    private static string PoolOf(DealerRequest request, AllocationRule rule)
    {
        var (province, city, district) = request.Place;
        var place = rule switch
        {
            AllocationRule.SameDistrict => $"{province}/{city}/{district}",
            AllocationRule.SameCity => $"{province}/{city}",
            _ => province,
        };
        return $"dealers:{request.BrandId}:{place}";
    }

    private static Nearness NearnessOf(Place person, Place dealer)
        => person.Province is null || person.Province != dealer.Province ? Nearness.Elsewhere
            : person.City is null || person.City != dealer.City ? Nearness.Province
            : person.District is null || person.District != dealer.District ? Nearness.City
            : Nearness.District;

    private static bool IsMeant(DealerRequest request, DealerFacts dealer)
        => dealer.Id == request.NamedDealerId || request.RelatedDealerIds.Contains(dealer.Id);

    private static IEnumerable<string> WhyNot(DealerRequest request, DealerFacts dealer, int open)
    {
        if (!dealer.IsActive)
        {
            yield return "closed";
        }

        if (!dealer.AcceptsLeads)
        {
            yield return "accepts_no_leads";
        }

        if (dealer.AcceptsChannels.Count > 0 && !dealer.AcceptsChannels.Contains(request.SourceL1 ?? ""))
        {
            yield return "channel_not_accepted";
        }

        if (dealer.SeriesCodes.Count > 0 && request.SeriesCode is { } series && !dealer.SeriesCodes.Contains(series))
        {
            yield return "series_not_sold";
        }

        if (dealer.LeadCapacity > 0 && open >= dealer.LeadCapacity)
        {
            yield return "full";
        }
    }

    // A brand has hundreds of dealers: those of another province that nobody named or knows are counted, not listed.
    private static Allocation Told(Guid? chosen, AllocationRule rule, List<Looked> looked)
    {
        var near = looked.Where(l => l.Nearness > Nearness.Elsewhere || l.IsMeant).OrderByDescending(l => l.Nearness).ToList();
        return new(chosen, rule, [.. near.Select(l => new Candidate(l.Dealer.Id, l.Dealer.Name, (int)l.Nearness, l.WhyNot))], looked.Count - near.Count);
    }

    private enum Nearness
    {
        Elsewhere,
        Province,
        City,
        District,
    }

    private sealed record Looked(DealerFacts Dealer, Nearness Nearness, bool IsMeant, IReadOnlyList<string> WhyNot);
}
