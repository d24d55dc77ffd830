using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>A limit that was broken, with whose it was: each acts once, and counts against the dealer.</summary>
[NotAudited, AppendOnly]
internal sealed class ClockBreach : TenantEntity
{
    private ClockBreach()
    {
    }

    public ClockBreach(Lead lead, DueStep due, DateTimeOffset at)
    {
        Id = Ids.New(at);
        LeadId = lead.Id;
        Step = due.Step;
        Since = due.Since;
        DueAt = due.At;
        At = at;
        DealerId = lead.DealerId;
        OwnerId = lead.OwnerId;
    }

    public Guid LeadId { get; private set; }
    public ClockStep Step { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? DealerId { get; private set; }
    public Guid? OwnerId { get; private set; }
}
