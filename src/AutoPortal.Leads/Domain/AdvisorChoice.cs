using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Domain;

/// <summary>What an advisor has on the desk.</summary>
/// <param name="Open">Leads being worked on.</param>
/// <param name="NewToday">Leads received today in Shanghai.</param>
internal readonly record struct AdvisorLoad(int Open, int NewToday);

/// <summary>How an advisor did over the last 30 days; each rate 0–1, or null without a base.</summary>
internal readonly record struct AdvisorRecord(double? FollowTimely, double? ArrivalRate, double? DealRate)
{
    private const double Least = 0.2;

    // Who has no record yet stands in the middle: the floor would keep newcomers from ever getting one.
    private const double WithoutRecord = 0.5;

    /// <summary>0.4 · timely follow-up + 0.3 · arrival + 0.3 · deal, and never under 0.2, so that nobody starves (domain language §4.7).</summary>
    public double Weight => Math.Max(Least, (0.4 * (FollowTimely ?? WithoutRecord)) + (0.3 * (ArrivalRate ?? WithoutRecord)) + (0.3 * (DealRate ?? WithoutRecord)));
}

/// <summary>A lead at a dealer that looks for an advisor.</summary>
/// <param name="SameAdvisorId">Who already serves the person at this dealer, or null.</param>
/// <param name="CustomerTags">For affinity; empty where none are known.</param>
internal sealed record AdvisorRequest(Guid DealerId, Guid? SameAdvisorId, IReadOnlyCollection<string> CustomerTags);

/// <summary>Dealer to advisor: who already serves the person, then affinity, then the rotation among those with room and on duty (domain language §4.7).</summary>
internal static class AdvisorChoice
{
    public static string PoolOf(Guid dealerId) => $"advisors:{dealerId}";

    /// <param name="roster">Advisors of any dealer.</param>
    /// <param name="loads">By advisor; absent means an empty desk.</param>
    /// <param name="records">By advisor; absent means no record yet.</param>
    /// <param name="rotation">Changed where it decided.</param>
    public static Allocation Decide(
        AdvisorRequest request,
        IReadOnlyList<AdvisorFacts> roster,
        IReadOnlyDictionary<Guid, AdvisorLoad> loads,
        IReadOnlyDictionary<Guid, AdvisorRecord> records,
        RotationBook rotation)
    {
        var looked = roster
            .Where(a => a.DealerId == request.DealerId)
            .OrderBy(a => a.UserId)
            .Select(a => new Looked(a, records.GetValueOrDefault(a.UserId).Weight, Affinity(a, request.CustomerTags), [.. WhyNot(a, loads.GetValueOrDefault(a.UserId))]))
            .ToList();

        // Before duty and room: a lead never reaches two advisors of one dealer.
        if (request.SameAdvisorId is { } same && looked.Exists(l => l.Advisor.UserId == same))
        {
            return Told(same, AllocationRule.SameAdvisor, looked);
        }

        var able = looked.Where(l => l.WhyNot.Count == 0).ToList();
        if (able.Count == 0)
        {
            return Told(null, AllocationRule.NobodyAvailable, looked);
        }

        var best = able.Max(l => l.Affinity);
        var fitting = able.Where(l => l.Affinity == best).ToList();
        var chosen = rotation.Next(PoolOf(request.DealerId), [.. fitting.Select(l => (l.Advisor.UserId, l.Weight))]);
        return Told(chosen, fitting.Count < able.Count ? AllocationRule.Affinity : AllocationRule.Rotation, looked);
    }

    private static decimal Affinity(AdvisorFacts advisor, IReadOnlyCollection<string> customerTags)
        => customerTags.Count == 0 ? 0 : (decimal)customerTags.Count(advisor.Tags.Contains) / customerTags.Count;

    private static IEnumerable<string> WhyNot(AdvisorFacts advisor, AdvisorLoad load)
    {
        if (!advisor.IsOnDuty)
        {
            yield return "off_duty";
        }

        if (load.Open >= advisor.OpenLeadCap)
        {
            yield return "desk_full";
        }

        if (load.NewToday >= advisor.DailyNewCap)
        {
            yield return "enough_today";
        }
    }

    private static Allocation Told(Guid? chosen, AllocationRule rule, List<Looked> looked)
        => new(chosen, rule, [.. looked.Select(l => new Candidate(l.Advisor.UserId, l.Advisor.Name, decimal.Round((decimal)l.Weight + l.Affinity, 3), l.WhyNot))]);

    private sealed record Looked(AdvisorFacts Advisor, double Weight, decimal Affinity, IReadOnlyList<string> WhyNot);
}
