namespace AutoPortal.Platform.Domain;

/// <summary>What a membership's node is. Stored in snake_case.</summary>
internal enum MembershipReach
{
    Tenant,
    Region,
    SubRegion,
    Dealer,

    /// <summary>Only the person's own rows at one dealer.</summary>
    Own,
}
