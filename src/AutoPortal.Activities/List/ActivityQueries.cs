using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.List;

/// <summary>An activity in the list.</summary>
/// <param name="SignedUp">Sign-ups within reach: at HQ all of them, at a dealer those that named it.</param>
/// <param name="NotContacted">Those among them that make no lead, because nobody may call.</param>
/// <param name="IsPagePublic">Whether the public sees its page.</param>
public sealed record ActivityRow(
    Guid Id, string TitleZh, string TitleEn, string Slug, string State, string Scope, DateTimeOffset SignUpFrom, DateTimeOffset SignUpUntil, int Quota, int Taken, int SignedUp, int NotContacted, bool IsPagePublic)
{
    /// <summary>Its page, also one that nobody sees yet; null where none is known.</summary>
    public Guid? PageId { get; init; }

    /// <summary>Stored word of its kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>People who wait for a place.</summary>
    public int Waiting { get; init; }

    /// <summary>Dealers that take part by name.</summary>
    public IReadOnlyList<Guid> DealerIds { get; init; } = [];

    /// <summary>Who wrote it last.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Whether the run is over, while the state may still say otherwise.</summary>
    public DateTimeOffset RunsUntil { get; init; }
}

/// <summary>A sign-up in the list, masked.</summary>
public sealed record SignUpRow(Guid Id, string Number, string NameMask, string PhoneMask, string State, string? City, string? Dealer, string? SeriesCode, string? PurchaseWindow, bool MayBeContacted, DateTimeOffset At)
{
    /// <summary>When the chosen session begins, or null.</summary>
    public DateTimeOffset? SessionAt { get; init; }

    /// <summary>Until when a place is held for the person, or null.</summary>
    public DateTimeOffset? OfferUntil { get; init; }
}

/// <summary>Activities and their sign-ups, as far as the scope reaches.</summary>
internal sealed class ActivityQueries(IDbContextFactory<ActivitiesDb> dbs, IOrganisation organisation, CurrentScope scope)
{
    /// <summary>Latest opening first. Filters <c>state</c> and <c>kind</c>; search by title.</summary>
    public async Task<Page<ActivityRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Read))
        {
            return Page<ActivityRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var activities = Narrow(db.Activities.AsNoTracking().Seen(scope), page);
        var total = await activities.LongCountAsync(ct);
        if (MomentKey.Read(page.After) is { } after)
        {
            activities = activities.Where(a => a.SignUpFrom < after.At || (a.SignUpFrom == after.At && a.Id < after.Id));
        }

        var found = await activities.OrderByDescending(a => a.SignUpFrom).ThenByDescending(a => a.Id).Take(page.Size + 1).ToListAsync(ct);
        var shown = found.Take(page.Size).ToList();
        var figures = await FiguresAsync(db, shown, ct);
        return new(
            shown.ConvertAll(a => Row(a, figures.GetValueOrDefault(a.Id))),
            found.Count > page.Size ? new MomentKey(shown[^1].SignUpFrom, shown[^1].Id).ToString() : null,
            total);
    }

    /// <summary>One activity; null where there is none.</summary>
    public async Task<ActivityRow?> FindAsync(Guid activityId, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Read))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Activities.AsNoTracking().Seen(scope).SingleOrDefaultAsync(a => a.Id == activityId, ct) is { } activity
            ? Row(activity, (await FiguresAsync(db, [activity], ct)).GetValueOrDefault(activityId))
            : null;
    }

    /// <summary>Newest first. Filters <c>contact</c> (<c>yes</c>, <c>no</c>), <c>state</c> and <c>session</c>; search by the last four digits.</summary>
    public async Task<Page<SignUpRow>> SignUpsAsync(Guid activityId, PageRequest page, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Read))
        {
            return Page<SignUpRow>.Empty;
        }

        var tree = await organisation.TreeAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var signUps = Narrow(db.SignUps.AsNoTracking().Where(s => s.ActivityId == activityId), page);
        var total = await signUps.LongCountAsync(ct);
        if (Guid.TryParse(page.After, out var after))
        {
            signUps = signUps.Where(s => s.Id < after);
        }

        var found = await signUps.OrderByDescending(s => s.Id).Take(page.Size + 1).ToListAsync(ct);
        var shown = found.Take(page.Size).ToList();
        var starts = await db.Sessions.Where(s => s.ActivityId == activityId).ToDictionaryAsync(s => s.Id, s => s.StartsAt, ct);
        var ids = shown.ConvertAll(s => s.Id);
        var offers = await db.Offers.Where(o => ids.Contains(o.SignUpId) && o.State == OfferStates.Open).ToDictionaryAsync(o => o.SignUpId, o => o.ExpiresAt, ct);
        return new(
            shown.ConvertAll(s => new SignUpRow(s.Id, SignUpNumber.Of(s.Id), s.NameMask, s.PhoneMask, SignUpStates.Of(s.State), s.City, tree.LabelOf(s.DealerId), s.SeriesCode, s.PurchaseWindow, s.MayBeContacted, s.At)
            {
                SessionAt = s.SessionId is { } session && starts.TryGetValue(session, out var at) ? at : null,
                OfferUntil = offers.TryGetValue(s.Id, out var until) ? until : null,
            }),
            found.Count > page.Size ? shown[^1].Id.ToString() : null,
            total);
    }

    private static async Task<Dictionary<Guid, (int All, int Silent, int Waiting)>> FiguresAsync(ActivitiesDb db, List<Activity> activities, CancellationToken ct)
    {
        var ids = activities.ConvertAll(a => a.Id);
        return await db.SignUps.Where(s => ids.Contains(s.ActivityId)).GroupBy(s => s.ActivityId)
            .Select(g => new { g.Key, All = g.Count(), Silent = g.Count(s => !s.MayBeContacted), Waiting = g.Count(s => s.State == SignUpState.Waitlisted) })
            .ToDictionaryAsync(g => g.Key, g => (g.All, g.Silent, g.Waiting), ct);
    }

    private static ActivityRow Row(Activity a, (int All, int Silent, int Waiting) figures) => new(
        a.Id, a.TitleZh, a.TitleEn, a.Slug, StateWord.Of(a.State), a.Scope, a.SignUpFrom, a.SignUpUntil, a.Quota, a.Taken, figures.All, figures.Silent, a.IsPagePublic)
    {
        Kind = a.Type,
        PageId = a.PageId,
        Waiting = figures.Waiting,
        DealerIds = a.DealerIds,
        AuthorId = a.AuthorId,
        RunsUntil = a.RunsUntil,
    };

    private static IQueryable<Activity> Narrow(IQueryable<Activity> activities, PageRequest page)
    {
        if (page.Filters.TryGetValue("state", out var word))
        {
            activities = StateWord.Find(word) is { } state ? activities.Where(a => a.State == state) : activities.Where(a => false);
        }

        if (page.Filters.TryGetValue("kind", out var kind))
        {
            activities = activities.Where(a => a.Type == kind);
        }

        return page.Search is { } words ? activities.Where(a => a.TitleZh.Contains(words) || a.TitleEn.ToLower().Contains(words.ToLower())) : activities;
    }

    private static IQueryable<SignUp> Narrow(IQueryable<SignUp> signUps, PageRequest page)
    {
        if (page.Filters.TryGetValue("contact", out var contact))
        {
            signUps = contact switch
            {
                "yes" => signUps.Where(s => s.MayBeContacted),
                "no" => signUps.Where(s => !s.MayBeContacted),
                _ => signUps.Where(s => false),
            };
        }

        if (page.Filters.TryGetValue("state", out var word))
        {
            signUps = SignUpStates.Find(word) is { } state ? signUps.Where(s => s.State == state) : signUps.Where(s => false);
        }

        if (page.Filters.TryGetValue("session", out var session))
        {
            signUps = Guid.TryParse(session, out var id) ? signUps.Where(s => s.SessionId == id) : signUps.Where(s => false);
        }

        return page.Search is { } tail ? signUps.Where(s => s.PhoneTail == tail) : signUps;
    }
}
