using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform;

internal static class PlatformRefusals
{
    public static readonly Refusal SignInFailed = new("platform.sign_in_failed");
    public static readonly Refusal SignInExpired = new("platform.sign_in_expired");
    public static readonly Refusal NoMembership = new("platform.no_membership");
    public static readonly Refusal PlacementInThePast = new("platform.placement_in_the_past");
    public static readonly Refusal PlacementAlreadyPlanned = new("platform.placement_already_planned");
    public static readonly Refusal AlreadyPlacedThere = new("platform.already_placed_there");
    public static readonly Refusal UnknownNode = new("platform.unknown_node");
    public static readonly Refusal CannotLockYourself = new("platform.cannot_lock_yourself");
    public static readonly Refusal NotAnAdvisor = new("platform.not_an_advisor");
    public static readonly Refusal IdentifierMalformed = new("platform.identifier_malformed");
    public static readonly Refusal IdentifierTaken = new("platform.identifier_taken");
    public static readonly Refusal NameMissing = new("platform.name_missing");
    public static readonly Refusal EmailMalformed = new("platform.email_malformed");
    public static readonly Refusal CodeMalformed = new("platform.code_malformed");
    public static readonly Refusal CodeTaken = new("platform.code_taken");
    public static readonly Refusal DealerNameMissing = new("platform.dealer_name_missing");
    public static readonly Refusal DealerKindUnknown = new("platform.dealer_kind_unknown");
    public static readonly Refusal DealerCityMissing = new("platform.dealer_city_missing");
    public static readonly Refusal DealerTextTooLong = new("platform.dealer_text_too_long");
    public static readonly Refusal HotlineMalformed = new("platform.hotline_malformed");
    public static readonly Refusal CoordinatesOutOfRange = new("platform.coordinates_out_of_range");
    public static readonly Refusal OpeningDaysMissing = new("platform.opening_days_missing");
    public static readonly Refusal OpeningHoursTurned = new("platform.opening_hours_turned");
    public static readonly Refusal CapacityOutOfRange = new("platform.capacity_out_of_range");
    public static readonly Refusal OpeningNotAhead = new("platform.opening_not_ahead");
    public static readonly Refusal LifeReasonMissing = new("platform.life_reason_missing");
    public static readonly Refusal ReturnNotAhead = new("platform.return_not_ahead");
    public static readonly Refusal LeavingInThePast = new("platform.leaving_in_the_past");
    public static readonly Refusal SuccessorIsItself = new("platform.successor_is_itself");
    public static readonly Refusal SuccessorCannotTakeOver = new("platform.successor_cannot_take_over");
    public static readonly Refusal IsSuccessorItself = new("platform.is_successor_itself");
    public static readonly Refusal NoLeavingPlanned = new("platform.no_leaving_planned");
    public static readonly Refusal NotInThisState = new("platform.not_in_this_state");
    public static readonly Refusal NoMovePlanned = new("platform.no_move_planned");
    public static readonly Refusal SchemeUnknown = new("platform.scheme_unknown");
    public static readonly Refusal SeriesKindUnknown = new("platform.series_kind_unknown");
    public static readonly Refusal PriceOutOfRange = new("platform.price_out_of_range");
    public static readonly Refusal SeriesUnknown = new("platform.series_unknown");
    public static readonly Refusal ChannelUnknown = new("platform.channel_unknown");
    public static readonly Refusal CannotAppointYourself = new("platform.cannot_appoint_yourself");
    public static readonly Refusal EndInThePast = new("platform.end_in_the_past");
    public static readonly Refusal MemberDaysTurned = new("platform.member_days_turned");
    public static readonly Refusal CapOutOfRange = new("platform.cap_out_of_range");
    public static readonly Refusal TooManyTags = new("platform.too_many_tags");
    public static readonly Refusal RoleNotThere = new("platform.role_not_there");
    public static readonly Refusal RoleUnknown = new("platform.role_unknown");
    public static readonly Refusal SignInNameMalformed = new("platform.sign_in_name_malformed");
    public static readonly Refusal AlreadyMember = new("platform.already_member");
    public static readonly Refusal HasAPassword = new("platform.has_a_password");
    public static readonly Refusal DealerHasLeft = new("platform.dealer_has_left");

    public static Refusal SignInLocked(int minutes) => new("platform.sign_in_locked", minutes);

    /// <summary>Says how many dealers stand in its way, and names the first of them.</summary>
    public static Refusal NodeHasDealers(int dealers, string names) => new("platform.node_has_dealers", dealers, names);
}
