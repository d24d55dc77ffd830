using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>What a contact brought beside the enquiry itself.</summary>
/// <param name="ActivityTitle">As of the act.</param>
internal sealed record TouchFacts(Guid? ActivityId, string? ActivityTitle, Guid? SignUpId, string? TraceId, DateTimeOffset At)
{
    /// <summary>The file run that brought it.</summary>
    public Guid? ImportRunId { get; init; }
}

/// <summary>来源触点: one contact that fed the lead; all are kept.</summary>
[NotAudited, AppendOnly]
internal sealed class SourceTouch : TenantEntity
{
    public const int LongestWord = 200;

    private SourceTouch()
    {
    }

    public SourceTouch(Lead lead, string source, TouchFacts facts, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        Source = WrittenText.Of(source, LongestWord);
        ActivityId = facts.ActivityId;
        ActivityTitle = facts.ActivityTitle is null ? null : WrittenText.Of(facts.ActivityTitle, LongestWord);
        SignUpId = facts.SignUpId;
        TraceId = facts.TraceId;
        At = facts.At;
    }

    public Guid LeadId { get; private set; }
    public string Source { get; private set; } = "";
    public Guid? ActivityId { get; private set; }
    public string? ActivityTitle { get; private set; }
    public Guid? SignUpId { get; private set; }
    public string? TraceId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
