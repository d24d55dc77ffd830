namespace AutoPortal.Leads.Domain;

/// <summary>Why a lead waits for a clerk; the gravest reason where there are several.</summary>
internal enum CleaningQueue
{
    /// <summary>A word that no rule knows.</summary>
    NeedsReview,

    /// <summary>Refused by a rule.</summary>
    Invalid,

    /// <summary>A virtual number, or one of many people.</summary>
    RiskPhone,
}
