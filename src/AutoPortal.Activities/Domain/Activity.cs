using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Domain;

/// <summary>A campaign that people sign up to.</summary>
internal sealed class Activity : TenantEntity
{
    private Activity()
    {
    }

    public Activity(Guid id, ActivityPlan plan, Guid? authorId = null)
    {
        Id = id;
        Type = plan.Type;
        BrandId = plan.BrandId;
        AuthorId = authorId;
        State = ActivityState.Draft;
        Take(plan);
    }

    public string Type { get; private set; } = ActivityTypes.TestDriveEvent;

    /// <summary>Its word in addresses; unique in the tenant.</summary>
    public string Slug { get; private set; } = "";

    public Guid BrandId { get; private set; }

    public string TitleZh { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string VenueZh { get; private set; } = "";

    public string VenueEn { get; private set; } = "";

    public string Scope { get; private set; } = ActivityScopes.National;

    /// <summary>The cities it is for where <see cref="Scope"/> is <c>city</c>, short forms.</summary>
    public string[] Cities { get; private set; } = [];

    /// <summary>The dealers that take part where <see cref="Scope"/> names them; empty for all.</summary>
    public Guid[] DealerIds { get; private set; } = [];

    /// <summary>Series that can be driven; empty for all.</summary>
    public string[] SeriesCodes { get; private set; } = [];

    public DateTimeOffset SignUpFrom { get; private set; }

    /// <summary>The first moment at which no sign-up is taken.</summary>
    public DateTimeOffset SignUpUntil { get; private set; }

    public DateTimeOffset RunsFrom { get; private set; }

    public DateTimeOffset RunsUntil { get; private set; }

    /// <summary>When a reward can be had, where that is told apart.</summary>
    public DateTimeOffset? RedeemsFrom { get; private set; }

    public DateTimeOffset? RedeemsUntil { get; private set; }

    /// <summary>Places in all; with sessions, the sum of theirs.</summary>
    public int Quota { get; private set; }

    /// <summary>Places given away on top of the quota, in percent.</summary>
    public int OversellPercent { get; private set; }

    /// <summary>Places given away, open offers included; changed by statements under the lock of this row only.</summary>
    [NotAudited]
    public int Taken { get; private set; }

    /// <summary>Places added at the door beyond what may be given away, each with its reason; changed by statements only.</summary>
    [NotAudited]
    public int AddedAtDoor { get; private set; }

    /// <summary>Whether people may wait where all places are taken.</summary>
    public bool HasWaitingList { get; private set; }

    /// <summary>How long a place is held for somebody who waited.</summary>
    public int OfferHours { get; private set; } = 24;

    /// <summary>Whether somebody of the house confirms each sign-up.</summary>
    public bool ConfirmsByHand { get; private set; }

    /// <summary>In how many activities of this type a person may be signed up at once; null for any number.</summary>
    public int? MostOfKind { get; private set; }

    public Audience Audience { get; private set; } = Audience.Everyone;

    /// <summary>Which of <see cref="FormFields"/> the form asks for.</summary>
    public string[] Fields { get; private set; } = [];

    public ActivityWording Wording { get; private set; } = ActivityWording.None;

    /// <summary>What the kind has of its own: <c>{ "kind", "version", … }</c>.</summary>
    public string Settings { get; private set; } = "{}";

    /// <summary>Who made it and last changed it: never the one who approves.</summary>
    public Guid? AuthorId { get; private set; }

    public ActivityState State { get; private set; }

    public Guid? PageId { get; private set; }

    /// <summary>Whether the public sees the page, as Pages tells it.</summary>
    [NotAudited]
    public bool IsPagePublic { get; private set; }

    /// <summary>The moment of the newest word about the page, which older ones do not overtake; null before the first.</summary>
    [NotAudited]
    public DateTimeOffset? PageToldAt { get; private set; }

    /// <summary>Counts staff changes. Not PostgreSQL's row version: a sign-up changes the row too and must not disturb whoever edits.</summary>
    public int Version { get; private set; }

    /// <summary>Whether Pages, or the house itself, ever said what became of its page.</summary>
    public bool WasToldOfPage => IsPagePublic || PageToldAt is not null;

    /// <summary>Lead source of three levels (domain language §4.1).</summary>
    public string SourceCode => $"activity.{Type}.{Slug}";

    /// <summary>Places that may be given away in all.</summary>
    public int Places => Oversell.Of(Quota, OversellPercent);

    public string Title(bool isEnglish) => isEnglish && TitleEn.Length > 0 ? TitleEn : TitleZh;

    public string Venue(bool isEnglish) => isEnglish && VenueEn.Length > 0 ? VenueEn : VenueZh;

    /// <summary>Moves the activity on.</summary>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Move(ActivityMove move)
    {
        if (ActivityTransitions.Find(State, move) is not { } to)
        {
            return ActivityRefusals.CannotMoveNow;
        }

        State = to;
        Version++;
        return null;
    }

    /// <summary>Starts it with its sign-up period, and ends it when both that and the run are over; all at once where nobody looked meanwhile.</summary>
    /// <returns>Whether it moved.</returns>
    public bool MoveOn(DateTimeOffset now)
    {
        var before = State;
        if (State is ActivityState.Scheduled && SignUpFrom <= now)
        {
            Move(ActivityMove.Start);
        }

        if (State is ActivityState.Running && SignUpUntil <= now && RunsUntil <= now)
        {
            Move(ActivityMove.End);
        }

        return State != before;
    }

    /// <summary>Remembers its page, which nobody sees yet.</summary>
    public void ShowOn(Guid pageId) => PageId = pageId;

    /// <summary>The house itself put the page before the public.</summary>
    public void ShowOn(Guid pageId, DateTimeOffset publicSince) => (PageId, IsPagePublic, PageToldAt) = (pageId, true, publicSince);

    /// <summary>Writes the plan into it. Once people can see it, only more places, a later end and better words.</summary>
    /// <param name="plan">What it is to be.</param>
    /// <param name="authorId">Who wrote it; null leaves the author.</param>
    /// <param name="areAlike">Whether two stored settings of its kind differ in nothing but better words.</param>
    /// <returns>Why not, by field; empty where it was done.</returns>
    public IReadOnlyList<FieldError> Change(ActivityPlan plan, Guid? authorId, Func<string, string, bool> areAlike)
    {
        IReadOnlyList<FieldError> errors = State switch
        {
            ActivityState.Draft when PageId is not null && Slug != plan.Slug => [new(PlanFields.Slug, ActivityRefusals.SlugHasPage)],
            ActivityState.Draft => [],
            ActivityState.Scheduled or ActivityState.Running or ActivityState.Paused => [.. LiveChange.Check(this, plan, areAlike)],
            _ => [new("", ActivityRefusals.CannotBeChangedNow)],
        };
        if (errors.Count > 0)
        {
            return errors;
        }

        AuthorId = authorId ?? AuthorId;
        Version++;
        Take(plan);
        return [];
    }

    /// <summary>Sets the quota to what its sessions sum up to.</summary>
    public void SumUp(int quota) => Quota = quota;

    /// <summary>Why nobody can sign up at this moment, or null where they can. A full activity is found out by taking a place, not by looking.</summary>
    public Refusal? Closed(DateTimeOffset at) => State switch
    {
        ActivityState.Running when at < SignUpFrom => ActivityRefusals.NotOpenYet,
        ActivityState.Running when at >= SignUpUntil => ActivityRefusals.SignUpIsOver,
        ActivityState.Running => null,
        ActivityState.Draft or ActivityState.Reviewing or ActivityState.Scheduled => ActivityRefusals.NotOpenYet,
        ActivityState.Paused => ActivityRefusals.IsPaused,
        ActivityState.Cancelled => ActivityRefusals.IsCancelled,
        _ => ActivityRefusals.SignUpIsOver,
    };

    private void Take(ActivityPlan plan)
    {
        Slug = plan.Slug;
        TitleZh = plan.TitleZh;
        TitleEn = plan.TitleEn;
        VenueZh = plan.VenueZh;
        VenueEn = plan.VenueEn;
        Scope = plan.Scope;
        Cities = plan.Cities;
        DealerIds = plan.DealerIds;
        SeriesCodes = plan.SeriesCodes;
        SignUpFrom = plan.SignUpFrom;
        SignUpUntil = plan.SignUpUntil;
        RunsFrom = plan.RunsFrom;
        RunsUntil = plan.RunsUntil;
        RedeemsFrom = plan.RedeemsFrom;
        RedeemsUntil = plan.RedeemsUntil;
        Quota = plan.Quota;
        OversellPercent = plan.OversellPercent;
        HasWaitingList = plan.HasWaitingList;
        OfferHours = plan.OfferHours;
        ConfirmsByHand = plan.ConfirmsByHand;
        MostOfKind = plan.MostOfKind;
        Audience = plan.Audience;
        Fields = plan.Fields;
        Wording = plan.Wording;
        Settings = plan.Settings;
    }
}
