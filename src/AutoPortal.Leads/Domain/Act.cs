namespace AutoPortal.Leads.Domain;

/// <summary>Who did it, in which part, when and why.</summary>
/// <param name="By">The account, or null where the house itself acts.</param>
/// <param name="As">One part.</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">A code or a person's words; null where the trigger says it all.</param>
internal sealed record Act(Guid? By, LeadActor As, DateTimeOffset At, string? Reason = null)
{
    public static Act OfTheHouse(DateTimeOffset at, string? reason = null) => new(null, LeadActor.System, at, reason);
}
