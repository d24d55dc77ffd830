using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

internal enum ContactChannel
{
    Call,
    Wecom,
    Sms,
    Visit,
    Other,
}

internal enum ContactResult
{
    /// <summary>The person was spoken to.</summary>
    Reached,

    /// <summary>Messages went both ways.</summary>
    Replied,
    NoAnswer,
    PoweredOff,
    WrongNumber,
    HungUp,
    MessageSent,
}

/// <param name="Note">The person's words and wishes; may be empty.</param>
/// <param name="NextContactAt">Mandatory; null is refused.</param>
internal sealed record FollowUpFacts(ContactChannel Channel, ContactResult Result, string Note, DateTimeOffset? NextContactAt);

/// <summary>跟进: a contact with its result.</summary>
[AppendOnly]
internal sealed class FollowUp : TenantEntity
{
    public const int LongestNote = 2000;

    private FollowUp()
    {
    }

    public FollowUp(Lead lead, FollowUpFacts facts, Act act)
    {
        Id = Ids.New(act.At);
        LeadId = lead.Id;
        Channel = facts.Channel;
        Result = facts.Result;
        Note = WrittenText.Of(facts.Note, LongestNote);
        NextContactAt = facts.NextContactAt;
        Level = lead.Level;
        IsValid = facts.Result is ContactResult.Reached or ContactResult.Replied;
        By = act.By;
        At = act.At;
        DealerId = lead.DealerId;
    }

    public Guid LeadId { get; private set; }
    public ContactChannel Channel { get; private set; }
    public ContactResult Result { get; private set; }

    [Personal]
    public string Note { get; private set; } = "";
    public DateTimeOffset? NextContactAt { get; private set; }

    /// <summary>As of the contact.</summary>
    public LeadLevel Level { get; private set; }

    /// <summary>The person was reached, or a two-way message exists (domain language §2.2).</summary>
    public bool IsValid { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? DealerId { get; private set; }
}
