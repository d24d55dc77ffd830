using static AutoPortal.Leads.Domain.ClockStep;

namespace AutoPortal.Leads.Domain;

/// <summary>Which limits run for a lead as it stands, soonest first (domain language §4.8).</summary>
internal static class ClockPlan
{
    /// <param name="lead">With its open plans.</param>
    /// <param name="clocks">Of the dealer that holds it.</param>
    /// <param name="wasReassigned">The house took it from an advisor of this dealer before.</param>
    public static IReadOnlyList<DueStep> Of(Lead lead, ServiceClocks clocks, bool wasReassigned) => [.. (lead switch
    {
        { ErasedAt: not null } => [],
        { State: LeadState.Dispatched, DispatchedAt: { } since } => Accept(since, clocks),
        { State: LeadState.Assigned, AssignedAt: { } since, FirstContactDueAt: { } due } => Contact(lead, since, due, clocks, wasReassigned),
        { State: LeadState.LostPending, StateSince: var since } => [new DueStep(LostToRegion, clocks.DecideLostBy(since).At, since)],
        { State: LeadState.Invited, VisitDayEnd: { } end } => [new DueStep(VisitMissed, end, lead.VisitPlannedAt!.Value), .. Plans(lead)],
        _ when lead.State.TakesFollowUps() => Plans(lead),
        _ => (IEnumerable<DueStep>)[],
    }).OrderBy(s => s.At)];

    private static IEnumerable<DueStep> Accept(DateTimeOffset since, ServiceClocks clocks)
    {
        yield return new(AcceptReminder, clocks.AcceptBy(since).At, since);
        yield return new(AcceptToRegion, clocks.RegionHearsOfItAt(since).At, since);
        if (clocks.RecallAt(since) is { } recall)
        {
            yield return new(AcceptRecall, recall.At, since);
        }
    }

    private static IEnumerable<DueStep> Contact(Lead lead, DateTimeOffset since, DateTimeOffset due, ServiceClocks clocks, bool wasReassigned)
    {
        yield return new(ContactHalf, clocks.HalfOfFirstContact(since, lead.Level, lead.Heat).At, since);
        yield return new(ContactLate, due, since);
        // A day with the first advisor and a day with the second are the two days after which HQ has it back.
        if (!wasReassigned && clocks.ReassignAt(since) is { } day)
        {
            yield return new(ContactReassign, day.At, since);
        }

        if (clocks.RecallFromAdvisorAt(since, wasReassigned) is { } recall)
        {
            yield return new(ContactRecall, recall.At, since);
        }
    }

    private static IEnumerable<DueStep> Plans(Lead lead)
        => lead.Plans.Where(p => p.IsOpen).Select(p => new DueStep(PlanMissed, p.DueAt, p.PlannedAt));
}
