namespace AutoPortal.Leads.Domain;

/// <summary>What a tenant may set about cleaning and duplicates (domain language §4.4, §4.5).</summary>
/// <param name="DispatchThreshold">Leads that score less stay with HQ; 0–10, 0 keeps none.</param>
/// <param name="ProtectionDays">So long a dealer alone may work on a person it was given.</param>
/// <param name="MissesUntilUnreachable">So many calls without an answer make an unverified number unreachable.</param>
/// <param name="MarksVirtualSegments">Whether numbers of virtual operators are marked.</param>
/// <param name="NamesOfReusedContact">A number that so many differently named people gave belongs to none of them.</param>
internal sealed record CleaningRules(int DispatchThreshold, int ProtectionDays, int MissesUntilUnreachable, bool MarksVirtualSegments, int NamesOfReusedContact)
{
    public static readonly CleaningRules Default = new(0, 30, 3, true, 3);

    public static readonly IReadOnlyList<RuleRange> Ranges =
    [
        new("threshold", 0, 10, r => r.DispatchThreshold),
        new("protection", 1, 365, r => r.ProtectionDays),
        new("misses", 1, 10, r => r.MissesUntilUnreachable),
        new("names", 2, 100, r => r.NamesOfReusedContact),
    ];

    /// <summary>Rules that hold no sensible value, in the order of the form.</summary>
    public IReadOnlyList<RuleRange> OutOfRange => [.. Ranges.Where(range => range.Of(this) < range.Least || range.Of(this) > range.Most)];
}

/// <summary>Between which values a rule makes sense.</summary>
/// <param name="Field">Resource key of the rule.</param>
internal sealed record RuleRange(string Field, int Least, int Most, Func<CleaningRules, int> Of);
