using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads;

/// <summary>Why a lead says no; each code is a key of the module's texts.</summary>
internal static class LeadRefusals
{
    public const int LongestReason = 500;

    public static readonly Refusal NotFound = new("leads.not_found");
    public static readonly Refusal CannotBeAssignedNow = new("leads.cannot_be_assigned_now");
    public static readonly Refusal ReasonIsMissing = new("leads.reason_is_missing");
    public static readonly Refusal NextContactIsMissing = new("leads.next_contact_is_missing");
    public static readonly Refusal LevelFollowsState = new("leads.level_follows_state");
    public static readonly Refusal DowngradeNeedsReason = new("leads.downgrade_needs_reason");
    public static readonly Refusal InvitationMustLieAhead = new("leads.invitation_must_lie_ahead");
    public static readonly Refusal LostReasonIsUnknown = new("leads.lost_reason_is_unknown");
    public static readonly Refusal LostNeedsEvidence = new("leads.lost_needs_evidence");
    public static readonly Refusal NoFollowUpNow = new("leads.no_follow_up_now");
    public static readonly Refusal NoteTooLong = new("leads.note_too_long", FollowUp.LongestNote);
    public static readonly Refusal AdvisorIsNotOfTheDealer = new("leads.advisor_is_not_of_the_dealer");
    public static readonly Refusal DealerTakesNoLeads = new("leads.dealer_takes_no_leads");
    public static readonly Refusal ReasonTooLong = new("leads.reason_too_long", LongestReason);
    public static readonly Refusal RestTooShort = new("leads.rest_too_short");
    public static readonly Refusal RestTooEarly = new("leads.rest_too_early");
    public static readonly Refusal MergeIntoItself = new("leads.merge_into_itself");
    public static readonly Refusal WasErased = new("leads.was_erased");

    public static readonly Refusal InvalidCannotStay = new("leads.invalid_cannot_stay");
    public static readonly Refusal NotTheSamePerson = new("leads.not_the_same_person");
    public static readonly Refusal CodeIsUnknown = new("leads.code_is_unknown");
    public static readonly Refusal RulesOutOfRange = new("leads.rules_out_of_range");
    public static readonly Refusal RulesChangedMeanwhile = new("leads.rules_changed_meanwhile");
    public static readonly Refusal RulesAreTheSame = new("leads.rules_are_the_same");
    public static readonly Refusal CannotBeOverturned = new("leads.cannot_be_overturned");
    public static readonly Refusal CannotBeUndone = new("leads.cannot_be_undone");
    public static readonly Refusal NothingToUndo = new("leads.nothing_to_undo");
    public static readonly Refusal ReplayNotNow = new("leads.replay_not_now");
    public static readonly Refusal ReplayIsStale = new("leads.replay_is_stale");
    public static readonly Refusal ReplayIsAtWork = new("leads.replay_is_at_work");
    public static readonly Refusal ReplayOfNothing = new("leads.replay_of_nothing");
    public static readonly Refusal ReplayDaysAreTurned = new("leads.replay_days_are_turned");
    public static readonly Refusal NoSuchNumber = new("leads.no_such_number");
    public static readonly Refusal RowIsGone = new("leads.row_is_gone");

    public static Refusal FieldCannotBeMended(string field) => new("leads.field_cannot_be_mended", field);

    /// <summary>The state machine has no such step for this person: the words name the state and what was tried.</summary>
    public static Refusal NotNow(LeadState state, LeadTrigger trigger)
        => new("leads.not_now", StoredWord<LeadState>.Of(state), StoredWord<LeadTrigger>.Of(trigger));

    public static Refusal NextContactIsOutOfRange(LeadLevel level, DateOnly first, DateOnly last)
        => new("leads.next_contact_is_out_of_range", level.ToString(), first, last);
}
