using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>One version of a tenant's cleaning rules: the highest holds, the others stay to show what held when.</summary>
[AppendOnly]
internal sealed class CleaningRuleSet : TenantEntity
{
    private CleaningRuleSet()
    {
    }

    public CleaningRuleSet(int version, CleaningRules rules, Act act)
    {
        Id = Ids.New(act.At);
        Version = version;
        DispatchThreshold = rules.DispatchThreshold;
        ProtectionDays = rules.ProtectionDays;
        MissesUntilUnreachable = rules.MissesUntilUnreachable;
        MarksVirtualSegments = rules.MarksVirtualSegments;
        NamesOfReusedContact = rules.NamesOfReusedContact;
        By = act.By;
        At = act.At;
        Reason = act.Reason ?? "";
    }

    public int Version { get; private set; }
    public int DispatchThreshold { get; private set; }
    public int ProtectionDays { get; private set; }
    public int MissesUntilUnreachable { get; private set; }
    public bool MarksVirtualSegments { get; private set; }
    public int NamesOfReusedContact { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string Reason { get; private set; } = "";

    public CleaningRules Rules => new(DispatchThreshold, ProtectionDays, MissesUntilUnreachable, MarksVirtualSegments, NamesOfReusedContact);
}
