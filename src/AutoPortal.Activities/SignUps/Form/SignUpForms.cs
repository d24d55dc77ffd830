using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>What the form of one activity offers.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="Closed">Why nobody can sign up, or null.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record SignUpForm(Guid ActivityId, string Slug, Refusal? Closed, SignUpChoices Choices)
{
    /// <summary>Those that have not begun, soonest first.</summary>
    public IReadOnlyList<SessionChoice> Sessions { get; init; } = [];

    /// <summary>What the activity's kind asks.</summary>
    public IReadOnlyList<KindQuestion> Questions { get; init; } = [];

    /// <summary>Everything is taken, but people may wait.</summary>
    public bool IsWaitingOnly { get; init; }

    /// <summary>People come to it, so that there is a door.</summary>
    public bool IsVisited { get; init; }

    /// <summary>What the organiser says.</summary>
    public ActivityWording Wording { get; init; } = ActivityWording.None;

    /// <summary>Optional fields that are asked.</summary>
    public IReadOnlyList<string> Fields { get; init; } = FormFields.All;

    /// <summary>Whether an optional field is asked.</summary>
    public bool Asks(string field) => Fields.Contains(field, StringComparer.Ordinal);
}

/// <summary>A session that can be chosen.</summary>
/// <param name="Left">Places left over all dealers.</param>
public sealed record SessionChoice(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Left);

internal sealed class SignUpForms(IDbContextFactory<ActivitiesDb> dbs, ActivityOffer offer, KnownChoices choices, KindCatalog kinds, TimeProvider clock)
{
    public async Task<SignUpForm?> FindAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var all = await SessionsAsync(db, activityId, ct);
        var open = all.FindAll(s => s.StartsAt > now);
        var isFull = activity.Taken >= activity.Places || (open.Count > 0 && open.TrueForAll(s => s.Left <= 0));
        var closed = activity.Closed(now)
            ?? (all.Count > 0 && open.Count == 0 ? ActivityRefusals.SignUpIsOver : isFull && !activity.HasWaitingList ? ActivityRefusals.IsFull : null);
        return new(activity.Id, activity.Slug, closed, choices.Of(activity.Id, await offer.DealersAsync(activity, ct), await offer.SeriesAsync(activity, ct)))
        {
            Sessions = open,
            Questions = kinds.Find(activity.Type) is { } kind ? kind.Questions(kinds.Read(kind, activity.Settings)) : [],
            IsWaitingOnly = isFull,
            IsVisited = kinds.Find(activity.Type) is { IsVisited: true },
            Wording = activity.Wording,
            Fields = activity.Fields,
        };
    }

    private static async Task<List<SessionChoice>> SessionsAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
        => [.. (await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activityId).OrderBy(s => s.StartsAt)
            .Select(s => new { s.Id, s.StartsAt, s.EndsAt, Left = db.Quotas.Where(q => q.SessionId == s.Id).Sum(q => q.Places - q.Taken) })
            .ToListAsync(ct)).Select(s => new SessionChoice(s.Id, s.StartsAt, s.EndsAt, s.Left))];
}
