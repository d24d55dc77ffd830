using System.Text.RegularExpressions;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Edit;

/// <summary>Looks at every field of the form, so that a person hears of all mistakes at once.</summary>
internal static partial class DraftCheck
{
    public static IReadOnlyList<FieldError> Run(ActivityDraft draft, ActivityKind kind) =>
    [
        .. Words(draft),
        .. Periods(draft),
        .. Reach(draft),
        .. Places(draft, kind),
        .. kind.Check(draft.Settings).Select(e => e with { Field = KindField(e.Field) }),
    ];

    /// <summary>Fields of a kind's own stand apart from the common ones.</summary>
    public static string KindField(string field) => $"k.{field}";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}\\z", RegexOptions.None, 1000)]
    private static partial Regex SlugShape();

    private static IEnumerable<FieldError> Words(ActivityDraft d) => Checks.All(
        Checks.Needed(PlanFields.TitleZh, d.TitleZh),
        Checks.Longest(PlanFields.TitleZh, d.TitleZh, 40),
        Checks.Longest(PlanFields.TitleEn, d.TitleEn, 80),
        SlugShape().IsMatch(d.Slug.Trim()) ? null : new FieldError(PlanFields.Slug, new Refusal("activities.slug_is_malformed")),
        Checks.Longest(PlanFields.Reward, d.RewardZh, 200),
        Checks.Longest(PlanFields.Rules, d.RulesZh, 4_000),
        Checks.Longest(PlanFields.Thanks, d.ThanksZh, 300));

    private static IEnumerable<FieldError> Periods(ActivityDraft d) => Checks.All(
        Given(PlanFields.SignUpFrom, d.SignUpFrom),
        After(PlanFields.SignUpUntil, d.SignUpUntil, d.SignUpFrom),
        Given(PlanFields.RunsFrom, d.RunsFrom),
        After(PlanFields.RunsUntil, d.RunsUntil, d.RunsFrom),
        d.RunsUntil < d.SignUpFrom ? new FieldError(PlanFields.RunsUntil, new Refusal("activities.ends_before_sign_up")) : null,
        d.RedeemsFrom is null && d.RedeemsUntil is null ? null : Given(PlanFields.RedeemsFrom, d.RedeemsFrom),
        d.RedeemsFrom is null && d.RedeemsUntil is null ? null : After(PlanFields.RedeemsUntil, d.RedeemsUntil, d.RedeemsFrom));

    private static IEnumerable<FieldError> Reach(ActivityDraft d) => Checks.All(
        ActivityScopes.All.Contains(d.Scope) ? null : new FieldError(PlanFields.Scope, new Refusal("activities.is_needed")),
        d.Scope == ActivityScopes.City && d.Cities.Count == 0 ? new FieldError(PlanFields.Cities, new Refusal("activities.cities_are_missing")) : null,
        d.NamesDealers && d.Dealers.Count == 0 ? new FieldError(PlanFields.Dealers, new Refusal("activities.dealers_are_missing")) : null,
        AudienceWords.Owners.Contains(d.Owners) && AudienceWords.Known.Contains(d.Known) ? null : new FieldError(PlanFields.Owners, new Refusal("activities.is_needed")),
        // Owners are known: nobody could ever be both an owner and new here.
        d is { Owners: AudienceWords.Owner, Known: AudienceWords.NewPerson } ? new FieldError(PlanFields.Owners, new Refusal("activities.audience_is_nobody")) : null);

    private static IEnumerable<FieldError> Places(ActivityDraft d, ActivityKind kind)
    {
        foreach (var error in Checks.All(
            Checks.Between(PlanFields.Oversell, d.Oversell, 0, Oversell.MostPercent),
            d.HasWaitingList ? Checks.Between(PlanFields.OfferHours, d.OfferHours, 1, 168) : null,
            d.MostOfKind is null ? null : Checks.Between(PlanFields.MostOfKind, d.MostOfKind, 1, 100)))
        {
            yield return error;
        }

        var sessions = kind.Uses(KindParts.Sessions) ? d.Used.ToList() : [];
        if (sessions.Count == 0)
        {
            foreach (var error in Checks.All(Checks.Between(PlanFields.Quota, d.Quota, 1, 1_000_000)))
            {
                yield return error;
            }
        }

        foreach (var session in sessions)
        {
            if (SessionIsOdd(d, session) is { } why)
            {
                yield return new(SessionField(d, session), why);
            }

            if (d.IsQuotaPerDealer && session.Own.Values.Any(own => own is not (>= 1 and <= 100_000)))
            {
                yield return new(OwnField(d, session), new Refusal("activities.own_quota_is_odd", 1L, 100_000L));
            }
        }

        if (d.IsQuotaPerDealer && sessions.Count > 0 && !d.Fields.Contains(FormFields.Dealer))
        {
            yield return new(PlanFields.Sessions, new Refusal("activities.form_must_ask_dealer"));
        }
    }

    /// <summary>Name of the line in which a session stands.</summary>
    public static string SessionField(ActivityDraft d, SessionDraft session) => $"{PlanFields.Sessions}.{d.Sessions.IndexOf(session)}";

    /// <summary>Name of the places that single dealers have in it.</summary>
    public static string OwnField(ActivityDraft d, SessionDraft session) => $"{SessionField(d, session)}.own";

    private static Refusal? SessionIsOdd(ActivityDraft d, SessionDraft s)
        => s.On is not { } on ? new("activities.session_has_no_day")
            : s.Until <= s.From ? new("activities.session_ends_early")
            : s.Capacity is not (>= 1 and <= 100_000) ? new("activities.is_not_between", 1L, 100_000L)
            : on.ToDateTime(s.From) < d.RunsFrom || on.ToDateTime(s.Until) > d.RunsUntil ? new("activities.session_is_outside")
            : null;

    private static FieldError? Given(string field, DateTime? value) => value is null ? new(field, new Refusal("activities.is_needed")) : null;

    private static FieldError? After(string field, DateTime? value, DateTime? start)
        => Given(field, value) ?? (value <= start ? new(field, new Refusal("activities.ends_before_start")) : null);
}
