using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>What becomes of an enquiry.</summary>
internal enum TakenInOutcome
{
    /// <summary>A lead of its own.</summary>
    Accepted,

    /// <summary>The person's open lead took it in.</summary>
    Merged,

    /// <summary>It brought the person's closed lead back; accepted all the same.</summary>
    Reactivated,

    /// <summary>Kept with the reason, so that a clerk can mend it.</summary>
    Invalid,
}

/// <summary>What became of one arrival.</summary>
/// <param name="LeadId">The lead that holds it; null in a preview where there is none yet.</param>
/// <param name="InvalidReason">Code, or null.</param>
/// <param name="Level">What this enquiry answers by the brand's scheme, whatever level the lead has.</param>
internal sealed record TakenIn(Guid? LeadId, TakenInOutcome Outcome, string? InvalidReason, LeadLevel Level, IReadOnlyList<string> Flags, IReadOnlyList<CleaningStep> Steps);

/// <summary>How a set of arrivals is taken in.</summary>
/// <param name="Quietly">Nobody is told; open lists read themselves anew.</param>
/// <param name="KeepWithHq">Nothing is dispatched.</param>
internal sealed record IntakeWay(bool Quietly = false, bool KeepWithHq = false)
{
    public static readonly IntakeWay Live = new();
}
