namespace AutoPortal.Leads.Domain;

/// <summary>The rule that decided (domain language §4.7).</summary>
internal enum AllocationRule
{
    NamedDealer,
    RelatedDealer,
    SameDistrict,
    SameCity,
    SameProvince,

    /// <summary>Another dealer works on the person: HQ decides.</summary>
    OtherDealersProtection,

    /// <summary>No dealer: the lead waits in HQ's list.</summary>
    HqList,

    SameAdvisor,
    Affinity,
    Rotation,

    /// <summary>No advisor: the lead waits in the dealer's list.</summary>
    NobodyAvailable,
    ByHand,

    /// <summary>The dealer before left the network and named this one.</summary>
    Successor,
}

/// <summary>Somebody who was looked at.</summary>
/// <param name="Score">What it was compared by, or null where it was not.</param>
/// <param name="WhyNot">Codes of what spoke against it; empty for whoever could have been chosen.</param>
internal sealed record Candidate(Guid Id, string Name, decimal? Score, IReadOnlyList<string> WhyNot);

/// <summary>Who got a lead, by which rule, out of whom; stored, so that a person can see why.</summary>
/// <param name="ChosenId">The dealer or advisor, or null where nobody could take it.</param>
/// <param name="Candidates">In the order in which they were looked at.</param>
/// <param name="SkippedElsewhere">How many more were out of reach for their place alone, and are not listed.</param>
internal sealed record Allocation(Guid? ChosenId, AllocationRule Rule, IReadOnlyList<Candidate> Candidates, int SkippedElsewhere = 0);
