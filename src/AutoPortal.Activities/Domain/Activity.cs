using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Domain;

/// <summary>A campaign that people sign up to.</summary>
internal sealed class Activity : TenantEntity
{
    private Activity()
    {
    }

    public Activity(Guid id, ActivityPlan plan)
    {
        Id = id;
        Type = plan.Type;
        Slug = plan.Slug;
        BrandId = plan.BrandId;
        TitleZh = plan.TitleZh;
        TitleEn = plan.TitleEn;
        VenueZh = plan.VenueZh;
        VenueEn = plan.VenueEn;
        Scope = plan.Scope;
        DealerIds = plan.DealerIds;
        SeriesCodes = plan.SeriesCodes;
        SignUpFrom = plan.SignUpFrom;
        SignUpUntil = plan.SignUpUntil;
        RunsFrom = plan.RunsFrom;
        RunsUntil = plan.RunsUntil;
        Quota = plan.Quota;
        State = ActivityState.Draft;
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

    /// <summary>The dealers that take part where <see cref="Scope"/> names them; empty for all.</summary>
    public Guid[] DealerIds { get; private set; } = [];

    /// <summary>Series that can be driven; empty for all.</summary>
    public string[] SeriesCodes { get; private set; } = [];

    public DateTimeOffset SignUpFrom { get; private set; }

    /// <summary>The first moment at which no sign-up is taken.</summary>
    public DateTimeOffset SignUpUntil { get; private set; }

    public DateTimeOffset RunsFrom { get; private set; }

    public DateTimeOffset RunsUntil { get; private set; }

    /// <summary>Places in all.</summary>
    public int Quota { get; private set; }

    /// <summary>Places given away; changed only by the one statement of <c>AcceptSignUp</c>.</summary>
    public int Taken { get; private set; }

    public ActivityState State { get; private set; }

    public Guid? PageId { get; private set; }

    /// <summary>Counts staff changes. Not PostgreSQL's row version: a sign-up changes the row too and must not disturb whoever edits.</summary>
    public int Version { get; private set; }

    /// <summary>Lead source of three levels (domain language §4.1).</summary>
    public string SourceCode => $"activity.{Type}.{Slug}";

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

    public void ShowOn(Guid pageId) => PageId = pageId;

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
}

/// <summary>What an activity is made from.</summary>
internal sealed record ActivityPlan
{
    public string Type { get; init; } = ActivityTypes.TestDriveEvent;
    public required string Slug { get; init; }
    public required Guid BrandId { get; init; }
    public required string TitleZh { get; init; }
    public string TitleEn { get; init; } = "";
    public string VenueZh { get; init; } = "";
    public string VenueEn { get; init; } = "";
    public string Scope { get; init; } = ActivityScopes.National;
    public Guid[] DealerIds { get; init; } = [];
    public string[] SeriesCodes { get; init; } = [];
    public required DateTimeOffset SignUpFrom { get; init; }
    public required DateTimeOffset SignUpUntil { get; init; }
    public required DateTimeOffset RunsFrom { get; init; }
    public required DateTimeOffset RunsUntil { get; init; }
    public required int Quota { get; init; }
}

/// <summary>Stored words of activity types (domain language §6.2); one so far.</summary>
internal static class ActivityTypes
{
    public const string TestDriveEvent = "test_drive_event";
}

/// <summary>Stored words of how far an activity reaches (domain language §6.1).</summary>
internal static class ActivityScopes
{
    public const string National = "national";
    public const string City = "city";
    public const string Dealers = "dealers";
    public const string DealerOwn = "dealer_own";
}
