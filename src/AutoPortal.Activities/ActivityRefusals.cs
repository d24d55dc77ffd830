using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities;

internal static class ActivityRefusals
{
    public static readonly Refusal NotFound = new("activities.not_found");
    public static readonly Refusal CannotMoveNow = new("activities.cannot_move_now");
    public static readonly Refusal BelongsToHeadquarters = new("activities.belongs_to_headquarters");
    public static readonly Refusal NotOpenYet = new("activities.not_open_yet");
    public static readonly Refusal SignUpIsOver = new("activities.sign_up_is_over");
    public static readonly Refusal IsPaused = new("activities.is_paused");
    public static readonly Refusal IsCancelled = new("activities.is_cancelled");
    public static readonly Refusal IsFull = new("activities.is_full");
    public static readonly Refusal FormIsOld = new("activities.form_is_old");
    public static readonly Refusal FormIsIncomplete = new("activities.form_is_incomplete");
    public static readonly Refusal ForeignPost = new("activities.foreign_post");
    public static readonly Refusal TooManyPosts = new("activities.too_many_posts");
    public static readonly Refusal IsBusy = new("activities.is_busy");
    public static readonly Refusal CannotBeStored = new("activities.cannot_be_stored");
    public static readonly Refusal FormIsTooLarge = new("activities.form_is_too_large");
    public static readonly Refusal FormIsUnreadable = new("activities.form_is_unreadable");
    public static readonly Refusal FieldIsTooLong = new("activities.field_is_too_long");
    public static readonly Refusal FieldIsUnreadable = new("activities.field_is_unreadable");
    public static readonly Refusal CannotBeChangedNow = new("activities.cannot_be_changed_now");
    public static readonly Refusal FixedNow = new("activities.fixed_now");
    public static readonly Refusal OnlyMore = new("activities.only_more");
    public static readonly Refusal OnlyLater = new("activities.only_later");
    public static readonly Refusal OwnSubmission = new("activities.own_submission");
    public static readonly Refusal NotTheAuthor = new("activities.not_the_author");
    public static readonly Refusal ReasonIsMissing = new("activities.reason_is_missing");
    public static readonly Refusal SlugIsTaken = new("activities.slug_is_taken");
    public static readonly Refusal SlugHasPage = new("activities.slug_has_page");
    public static readonly Refusal AddressHasAnotherPage = new("activities.address_has_another_page");
    public static readonly Refusal IsIncomplete = new("activities.is_incomplete");
    public static readonly Refusal SignUpCannotMoveNow = new("activities.sign_up_cannot_move_now");
    public static readonly Refusal SessionIsMissing = new("activities.session_is_missing");
    public static readonly Refusal SessionIsUnknown = new("activities.session_is_unknown");
    public static readonly Refusal SessionHasStarted = new("activities.session_has_started");
    public static readonly Refusal DealerIsMissing = new("activities.dealer_is_missing");
    public static readonly Refusal DealerHasNoPlaces = new("activities.dealer_has_no_places");
    public static readonly Refusal SessionIsFull = new("activities.session_is_full");
    public static readonly Refusal NotForYou = new("activities.not_for_you");
    public static readonly Refusal TooManyOfKind = new("activities.too_many_of_kind");
    public static readonly Refusal OfferIsOver = new("activities.offer_is_over");
    public static readonly Refusal TooLateToCorrect = new("activities.too_late_to_correct");
    public static readonly Refusal NotRunning = new("activities.not_running");
    public static readonly Refusal WaitsAlready = new("activities.waits_already");
    public static readonly Refusal FullAtDoor = new("activities.full_at_door");
    public static readonly Refusal NoSessionToday = new("activities.no_session_today");
    public static readonly Refusal PageIsOld = new("activities.page_is_old");
    public static readonly Refusal SignUpNotFound = new("activities.sign_up_not_found");
}
