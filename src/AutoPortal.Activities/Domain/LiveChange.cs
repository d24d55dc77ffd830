namespace AutoPortal.Activities.Domain;

/// <summary>What may still be changed once people can see an activity: more places, a later end, better words (domain language §6.3).</summary>
internal static class LiveChange
{
    public static IEnumerable<FieldError> Check(Activity now, ActivityPlan wanted, Func<string, string, bool> areAlike)
    {
        foreach (var field in Fixed(now, wanted, areAlike))
        {
            yield return new(field, ActivityRefusals.FixedNow);
        }

        foreach (var (field, before, after) in new[] { (PlanFields.Quota, now.Quota, wanted.Quota), (PlanFields.Oversell, now.OversellPercent, wanted.OversellPercent) })
        {
            if (after < before)
            {
                yield return new(field, ActivityRefusals.OnlyMore);
            }
        }

        foreach (var (field, before, after) in new[] { (PlanFields.SignUpUntil, now.SignUpUntil, wanted.SignUpUntil), (PlanFields.RunsUntil, now.RunsUntil, wanted.RunsUntil) })
        {
            if (after < before)
            {
                yield return new(field, ActivityRefusals.OnlyLater);
            }
        }

        if (now.RedeemsUntil is { } redeems && (wanted.RedeemsUntil is not { } later || later < redeems))
        {
            yield return new(PlanFields.RedeemsUntil, ActivityRefusals.OnlyLater);
        }
    }

    private static IEnumerable<string> Fixed(Activity now, ActivityPlan wanted, Func<string, string, bool> areAlike)
    {
        (string Field, bool Same)[] kept =
        [
            (PlanFields.Slug, now.Slug == wanted.Slug),
            (PlanFields.Scope, now.Scope == wanted.Scope),
            (PlanFields.Cities, Same(now.Cities, wanted.Cities)),
            (PlanFields.Dealers, Same(now.DealerIds, wanted.DealerIds)),
            (PlanFields.Series, Same(now.SeriesCodes, wanted.SeriesCodes)),
            (PlanFields.SignUpFrom, now.SignUpFrom == wanted.SignUpFrom),
            (PlanFields.RunsFrom, now.RunsFrom == wanted.RunsFrom),
            (PlanFields.RedeemsFrom, now.RedeemsFrom == wanted.RedeemsFrom),
            (PlanFields.MostOfKind, now.MostOfKind == wanted.MostOfKind),
            (PlanFields.Owners, now.Audience == wanted.Audience),
            (PlanFields.Reward, now.Wording.Reward == wanted.Wording.Reward),
            (PlanFields.Settings, areAlike(now.Settings, wanted.Settings)),
        ];
        return kept.Where(k => !k.Same).Select(k => k.Field);
    }

    private static bool Same<T>(T[] one, T[] other) => one.Length == other.Length && one.ToHashSet().SetEquals(other);
}

/// <summary>Names of an activity's fields, in forms and in what is said about them.</summary>
internal static class PlanFields
{
    public const string TitleZh = "title_zh";
    public const string TitleEn = "title_en";
    public const string Slug = "slug";
    public const string Scope = "scope";
    public const string Cities = "cities";
    public const string Dealers = "dealers";
    public const string Series = "series";
    public const string SignUpFrom = "sign_up_from";
    public const string SignUpUntil = "sign_up_until";
    public const string RunsFrom = "runs_from";
    public const string RunsUntil = "runs_until";
    public const string RedeemsFrom = "redeems_from";
    public const string RedeemsUntil = "redeems_until";
    public const string Quota = "quota";
    public const string Oversell = "oversell";
    public const string OfferHours = "offer_hours";
    public const string MostOfKind = "most_of_kind";
    public const string Owners = "owners";
    public const string Reward = "reward_zh";
    public const string Rules = "rules_zh";
    public const string Thanks = "thanks_zh";
    public const string Settings = "settings";
    public const string Sessions = "sessions";
}
