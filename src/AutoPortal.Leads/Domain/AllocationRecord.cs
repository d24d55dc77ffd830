using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

internal enum AllocationStep
{
    ToDealer,
    ToAdvisor,
}

/// <summary>Why this dealer or advisor: candidates, scores and the rule that decided (domain language §4.7).</summary>
[NotAudited, AppendOnly]
internal sealed class AllocationRecord : TenantEntity
{
    private AllocationRecord()
    {
    }

    public AllocationRecord(Lead lead, AllocationStep step, Allocation allocation, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        Step = step;
        Rule = allocation.Rule;
        ChosenId = allocation.ChosenId;
        Candidates = allocation.Candidates;
        SkippedElsewhere = allocation.SkippedElsewhere;
        By = act.By;
        At = act.At;
    }

    public Guid LeadId { get; private set; }
    public AllocationStep Step { get; private set; }
    public AllocationRule Rule { get; private set; }
    public Guid? ChosenId { get; private set; }
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];
    public int SkippedElsewhere { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }
}
