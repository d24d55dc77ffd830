using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>One change of state: from, to, who, when and why.</summary>
[NotAudited, AppendOnly]
internal sealed class LeadMove : TenantEntity
{
    private LeadMove()
    {
    }

    public LeadMove(Lead lead, int number, LeadState? from, LeadState to, LeadTrigger trigger, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        Number = number;
        From = from;
        To = to;
        Trigger = trigger;
        By = act.By;
        As = act.As;
        At = act.At;
        Reason = act.Reason is null ? null : WrittenText.Of(act.Reason, LeadRefusals.LongestReason);
        DealerId = lead.DealerId;
        OwnerId = lead.OwnerId;
    }

    public Guid LeadId { get; private set; }

    /// <summary>Place in the lead's history, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Null where the lead began.</summary>
    public LeadState? From { get; private set; }
    public LeadState To { get; private set; }
    public LeadTrigger Trigger { get; private set; }

    /// <summary>The account, or null where the house itself acted.</summary>
    public Guid? By { get; private set; }
    public LeadActor As { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>The dealer concerned, as of the act.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>The advisor concerned, as of the act.</summary>
    public Guid? OwnerId { get; private set; }
}
