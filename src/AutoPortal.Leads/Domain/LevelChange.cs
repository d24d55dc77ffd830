using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>A level as judged anew; downgrades show in the manager's list (domain language §4.2).</summary>
[NotAudited, AppendOnly]
internal sealed class LevelChange : TenantEntity
{
    private LevelChange()
    {
    }

    public LevelChange(Lead lead, LeadLevel from, LeadLevel to, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        From = from;
        To = to;
        IsDowngrade = from.IsDowngradeTo(to);
        By = act.By;
        At = act.At;
        Reason = act.Reason is null ? null : WrittenText.Of(act.Reason, LeadRefusals.LongestReason);
        DealerId = lead.DealerId;
    }

    public Guid LeadId { get; private set; }
    public LeadLevel From { get; private set; }
    public LeadLevel To { get; private set; }
    public bool IsDowngrade { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Reason { get; private set; }
    public Guid? DealerId { get; private set; }
}
