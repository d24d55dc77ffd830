using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>The limits of one tenant; what it has not changed is domain language §4.8. A tenant without a row has all defaults.</summary>
/// <remarks>Minutes run in the dealer's working hours; days are workdays. Zero days turn a step off.</remarks>
internal sealed class ServiceLevels : TenantEntity
{
    /// <summary>The clock first looks after half of this: of a shorter limit it hears that much later.</summary>
    public static readonly TimeSpan ShortestContact = TimeSpan.FromMinutes(10);

    public static ServiceLevels Default { get; } = new();

    /// <summary>Dispatch to assignment, until the dealer's managers are reminded.</summary>
    public int AcceptMinutes { get; private set; } = 30;

    /// <summary>Dispatch to assignment, until the region hears of it.</summary>
    public int RegionMinutes { get; private set; } = 120;

    /// <summary>Dispatch to assignment, until the next dealer gets it.</summary>
    public int AcceptRecallDays { get; private set; } = 1;

    /// <summary>First contact of H and A and hot leads.</summary>
    public int UrgentContactMinutes { get; private set; } = 30;

    /// <summary>First contact of all others.</summary>
    public int ContactMinutes { get; private set; } = 120;

    /// <summary>Without a first contact, until another advisor of the dealer gets it.</summary>
    public int ReassignDays { get; private set; } = 1;

    /// <summary>Without a first contact, until HQ has it back.</summary>
    public int ContactRecallDays { get; private set; } = 2;

    /// <summary>A loss that nobody decided, until the region hears of it.</summary>
    public int LostDecisionDays { get; private set; } = 1;

    /// <summary>Plans missed in a row, until the managers hear of it.</summary>
    public int MissesInARow { get; private set; } = 2;
}
