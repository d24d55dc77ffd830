using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

/// <summary>A person's place in a tenant: role, and how far it reaches in today's tree.</summary>
internal sealed class Membership : TenantEntity, IDealerScoped
{
    public const int DefaultOpenLeadCap = 60;
    public const int DefaultDailyNewCap = 20;

    private Membership()
    {
    }

    public Membership(Guid id, Guid accountId, string name, Guid roleId, MembershipReach reach, Guid? nodeId, DateOnly fromOn)
    {
        if (reach is MembershipReach.Tenant != nodeId is null)
        {
            throw new ArgumentException($"A reach of {reach} and the node {nodeId} do not go together.", nameof(nodeId));
        }

        Id = id;
        AccountId = accountId;
        Name = name;
        RoleId = roleId;
        Reach = reach;
        NodeId = nodeId;
        DealerId = reach is MembershipReach.Dealer or MembershipReach.Own ? nodeId : null;
        FromOn = fromOn;
    }

    public Guid AccountId { get; private set; }

    /// <summary>The name by which this tenant knows the person.</summary>
    public string Name { get; private set; } = "";

    public Guid RoleId { get; private set; }

    public MembershipReach Reach { get; private set; }

    /// <summary>The region, sub-region or dealer; null for all of the tenant.</summary>
    public Guid? NodeId { get; private set; }

    /// <summary>The node, where it is a dealer.</summary>
    public Guid? DealerId { get; private set; }

    public bool IsActive { get; private set; } = true;

    public DateOnly FromOn { get; private set; }

    /// <summary>First day on which it no longer holds, or null.</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <summary>Open leads that an advisor can hold.</summary>
    public int OpenLeadCap { get; private set; } = DefaultOpenLeadCap;

    /// <summary>New leads for an advisor in a day.</summary>
    public int DailyNewCap { get; private set; } = DefaultDailyNewCap;

    /// <summary>What an advisor is good at.</summary>
    public List<string> Tags { get; private set; } = [];

    public bool Holds(DateOnly on) => IsActive && FromOn <= on && (UntilOn is null || UntilOn > on);

    public Refusal? Lock(Guid byAccountId)
    {
        if (byAccountId == AccountId)
        {
            return PlatformRefusals.CannotLockYourself;
        }

        IsActive = false;
        return null;
    }

    public void Unlock() => IsActive = true;
}
