using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.Edit;

/// <summary>An activity as it stands in the form. Times are those of a clock in Shanghai.</summary>
#pragma warning disable CS1591 // What the fields mean stands on their labels.
public sealed class ActivityDraft
{
    /// <summary>Lines for sessions that the form offers.</summary>
    public const int MostSessions = 12;

    public string Kind { get; set; } = "";
    public Guid BrandId { get; set; }
    public string Slug { get; set; } = "";
    public string TitleZh { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string VenueZh { get; set; } = "";
    public string VenueEn { get; set; } = "";
    public string Scope { get; set; } = ActivityScopes.National;
    public HashSet<string> Cities { get; init; } = new(StringComparer.Ordinal);
    public HashSet<Guid> Dealers { get; init; } = [];
    public HashSet<string> Series { get; init; } = new(StringComparer.Ordinal);
    public DateTime? SignUpFrom { get; set; }
    public DateTime? SignUpUntil { get; set; }
    public DateTime? RunsFrom { get; set; }
    public DateTime? RunsUntil { get; set; }
    public DateTime? RedeemsFrom { get; set; }
    public DateTime? RedeemsUntil { get; set; }
    public string Owners { get; set; } = AudienceWords.Any;
    public string Known { get; set; } = AudienceWords.Any;
    public HashSet<string> AudienceCities { get; init; } = new(StringComparer.Ordinal);
    public int? Quota { get; set; } = 100;
    public int Oversell { get; set; }
    public bool HasWaitingList { get; set; } = true;
    public int OfferHours { get; set; } = 24;
    public bool ConfirmsByHand { get; set; }
    public int? MostOfKind { get; set; }

    /// <summary>Each dealer has the places of a session for itself.</summary>
    public bool IsQuotaPerDealer { get; set; }
    public IList<SessionDraft> Sessions { get; init; } = [];
    public HashSet<string> Fields { get; init; } = new(StringComparer.Ordinal);
    public string RewardZh { get; set; } = "";
    public string RewardEn { get; set; } = "";
    public string RulesZh { get; set; } = "";
    public string RulesEn { get; set; } = "";
    public string ThanksZh { get; set; } = "";
    public string ThanksEn { get; set; } = "";
    public KindSettings Settings { get; set; } = null!;

    /// <summary>Sessions that were written, soonest first.</summary>
    public IEnumerable<SessionDraft> Used => Sessions.Where(s => s.IsUsed).OrderBy(s => s.On).ThenBy(s => s.From);

    /// <summary>Dealers that take part by name: those of a scope that names them.</summary>
    public bool NamesDealers => Scope is ActivityScopes.Dealers or ActivityScopes.DealerOwn;

    internal static DateTimeOffset At(DateTime? clock) => new DateTimeOffset(clock ?? default, ShanghaiTime.Offset).ToUniversalTime();

    internal static DateTime? Clock(DateTimeOffset? at) => at is { } moment ? ShanghaiTime.Of(moment).DateTime : null;

    /// <summary>What is stored; to be asked once the check has nothing to say.</summary>
    internal ActivityPlan ToPlan(KindCatalog kinds) => new()
    {
        Type = Kind,
        Slug = Slug.Trim(),
        BrandId = BrandId,
        TitleZh = TitleZh.Trim(),
        TitleEn = TitleEn.Trim(),
        VenueZh = VenueZh.Trim(),
        VenueEn = VenueEn.Trim(),
        Scope = Scope,
        Cities = Scope == ActivityScopes.City ? [.. Cities.Order(StringComparer.Ordinal)] : [],
        DealerIds = NamesDealers ? [.. Dealers.Order()] : [],
        SeriesCodes = [.. Series.Order(StringComparer.Ordinal)],
        SignUpFrom = At(SignUpFrom),
        SignUpUntil = At(SignUpUntil),
        RunsFrom = At(RunsFrom),
        RunsUntil = At(RunsUntil),
        RedeemsFrom = RedeemsFrom is null ? null : At(RedeemsFrom),
        RedeemsUntil = RedeemsUntil is null ? null : At(RedeemsUntil),
        Quota = Quota ?? 0,
        OversellPercent = Oversell,
        HasWaitingList = HasWaitingList,
        OfferHours = OfferHours,
        ConfirmsByHand = ConfirmsByHand,
        MostOfKind = MostOfKind,
        Audience = new(Owners, Known, [.. AudienceCities.Order(StringComparer.Ordinal)]),
        Fields = [.. FormFields.All.Where(Fields.Contains)],
        Wording = new(new(RewardZh.Trim(), OrNull(RewardEn)), new(RulesZh.Trim(), OrNull(RulesEn)), new(ThanksZh.Trim(), OrNull(ThanksEn))),
        Settings = kinds.Write(kinds.Get(Kind), Settings),
    };

    private static string? OrNull(string words) => words.Trim() is { Length: > 0 } written ? written : null;
}
