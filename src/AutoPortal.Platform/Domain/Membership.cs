using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

/// <summary>A person's place in a tenant: role, and how far it reaches in today's tree.</summary>
internal sealed class Membership : TenantEntity, IDealerScoped
{
    public const int DefaultOpenLeadCap = 60;
    public const int DefaultDailyNewCap = 20;
    public const int HighestCap = 10_000;
    public const int MostTags = 20;
    public const int LongestTag = 20;

    private Membership()
    {
    }

    public Membership(Guid id, Guid accountId, string name, Guid roleId, MembershipReach reach, Guid? nodeId, DateOnly fromOn)
    {
        Id = id;
        AccountId = accountId;
        Name = name;
        RoleId = roleId;
        FromOn = fromOn;
        Sit(new(reach, nodeId));
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

    /// <summary>Name, days, caps and tags.</summary>
    /// <returns>Why not, or null where it was done; then nothing was changed.</returns>
    public Refusal? Describe(MemberDescription wanted)
    {
        var name = WrittenName.Tidy(wanted.Name);
        var tags = wanted.Tags.Select(WrittenName.Tidy).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (WhyNot(wanted, name, tags) is { } refusal)
        {
            return refusal;
        }

        (Name, FromOn, UntilOn, Tags) = (name, wanted.FromOn, wanted.UntilOn, tags);
        (OpenLeadCap, DailyNewCap) = (wanted.OpenLeadCap, wanted.DailyNewCap);
        return null;
    }

    /// <summary>Another role, or another place in the tree. Nobody changes their own.</summary>
    /// <param name="role">The role; its template says which reach it needs.</param>
    /// <param name="seat">How far it reaches.</param>
    /// <param name="byAccountId">Who does it.</param>
    public Refusal? Appoint(Role role, Seat seat, Guid byAccountId)
    {
        if (RoleReach.WhyNot(role.Template, seat) is { } refusal)
        {
            return refusal;
        }

        if (RoleId == role.Id && Reach == seat.Reach && NodeId == seat.NodeId)
        {
            return null;
        }

        if (byAccountId == AccountId)
        {
            return PlatformRefusals.CannotAppointYourself;
        }

        RoleId = role.Id;
        Sit(seat);
        return null;
    }

    /// <summary>Ends on a day: that is the first without access.</summary>
    public Refusal? End(DateOnly untilOn, DateOnly today, Guid byAccountId)
    {
        if (byAccountId == AccountId)
        {
            return PlatformRefusals.CannotLockYourself;
        }

        if (untilOn < today)
        {
            return PlatformRefusals.EndInThePast;
        }

        UntilOn = untilOn;
        return null;
    }

    /// <summary>The dealer leaves the network: whoever would stay longer ends with it.</summary>
    public void EndWithDealer(DateOnly leftOn) => UntilOn = UntilOn is { } until && until <= leftOn ? until : leftOn;

    private static Refusal? WhyNot(MemberDescription wanted, string name, List<string> tags)
        => name.Length is 0 or > NodeName.Longest ? PlatformRefusals.NameMissing
            : wanted.UntilOn <= wanted.FromOn ? PlatformRefusals.MemberDaysTurned
            : wanted.OpenLeadCap is < 0 or > HighestCap || wanted.DailyNewCap is < 0 or > HighestCap ? PlatformRefusals.CapOutOfRange
            : tags.Count > MostTags || tags.Exists(t => t.Length > LongestTag) ? PlatformRefusals.TooManyTags
            : null;

    private void Sit(Seat seat)
    {
        if (seat.Reach is MembershipReach.Tenant != seat.NodeId is null)
        {
            throw new ArgumentException($"A reach of {seat.Reach} and the node {seat.NodeId} do not go together.", nameof(seat));
        }

        (Reach, NodeId, DealerId) = (seat.Reach, seat.NodeId, seat.IsAtDealer ? seat.NodeId : null);
    }
}

/// <summary>How far a membership reaches, and at which node.</summary>
internal readonly record struct Seat(MembershipReach Reach, Guid? NodeId)
{
    public bool IsAtDealer => Reach is MembershipReach.Dealer or MembershipReach.Own;
}

/// <summary>What is written about a member beside role and place.</summary>
/// <param name="Name">As this tenant knows the person, at most 60 signs.</param>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">First day without access, or null.</param>
/// <param name="OpenLeadCap">Open leads that an advisor can hold.</param>
/// <param name="DailyNewCap">New leads for an advisor in a day.</param>
/// <param name="Tags">What an advisor is good at.</param>
internal sealed record MemberDescription(string Name, DateOnly FromOn, DateOnly? UntilOn, int OpenLeadCap, int DailyNewCap, IReadOnlyList<string> Tags);
