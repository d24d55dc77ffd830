using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>One call to verify a number (domain language §4.4, rule 7). One that was noted by mistake is withdrawn, not deleted.</summary>
internal sealed class VerificationCall : TenantEntity
{
    private VerificationCall()
    {
    }

    public VerificationCall(Lead lead, bool wasAnswered, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        WasAnswered = wasAnswered;
        By = act.By;
        At = act.At;
    }

    public Guid LeadId { get; private set; }
    public bool WasAnswered { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(Act act) => WithdrawnAt = act.At;
}
