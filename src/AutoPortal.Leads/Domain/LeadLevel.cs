namespace AutoPortal.Leads.Domain;

/// <summary>意向级别 (domain language §4.2). H, A, B, C are judged; the others follow the lead's state.</summary>
internal enum LeadLevel
{
    /// <summary>New, not yet judged.</summary>
    N,
    H,
    A,
    B,
    C,

    /// <summary>Ordered, not delivered.</summary>
    O,

    /// <summary>Delivered.</summary>
    D,

    /// <summary>Order cancelled.</summary>
    T,

    /// <summary>Lost.</summary>
    F,
}

internal static class LeadLevels
{
    public static bool IsJudged(this LeadLevel level) => level is LeadLevel.H or LeadLevel.A or LeadLevel.B or LeadLevel.C;

    /// <summary>From judged to a later purchase, or to not judged at all.</summary>
    public static bool IsDowngradeTo(this LeadLevel from, LeadLevel to)
        => from.IsJudged() && (to is LeadLevel.N || (to.IsJudged() && to > from));

    /// <summary>Stored as the letter itself.</summary>
    public static LeadLevel Read(string letter) => Enum.Parse<LeadLevel>(letter);
}
