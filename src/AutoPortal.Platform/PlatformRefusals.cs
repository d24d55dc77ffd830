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

    public static Refusal SignInLocked(int minutes) => new("platform.sign_in_locked", minutes);
}
