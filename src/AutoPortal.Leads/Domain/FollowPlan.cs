using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>跟进计划: the next contact with its due time.</summary>
[NotAudited]
internal sealed class FollowPlan : TenantEntity
{
    private FollowPlan()
    {
    }

    public FollowPlan(Lead lead, DateTimeOffset dueAt, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        OwnerId = lead.OwnerId;
        DealerId = lead.DealerId;
        DueAt = dueAt;
        PlannedAt = act.At;
    }

    public Guid LeadId { get; private set; }

    /// <summary>Whose duty it was.</summary>
    public Guid? OwnerId { get; private set; }
    public Guid? DealerId { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>When the contact took place.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>When it was taken back, because the lead changed hands or came to rest.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public bool IsOpen => DoneAt is null && DroppedAt is null;

    /// <summary>Strictly before the due time.</summary>
    public bool IsDoneInTime => DoneAt < DueAt;

    public void Close(Act act, bool isDone)
    {
        if (isDone)
        {
            DoneAt = act.At;
        }
        else
        {
            DroppedAt = act.At;
        }
    }
}
