using System.Globalization;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.List;

/// <summary>An activity in the list.</summary>
/// <param name="SignedUp">Sign-ups within reach: at HQ all of them, at a dealer those that named it.</param>
/// <param name="NotContacted">Those among them that make no lead, because nobody may call.</param>
public sealed record ActivityRow(
    Guid Id, string TitleZh, string TitleEn, string Slug, string State, string Scope, DateTimeOffset SignUpFrom, DateTimeOffset SignUpUntil, int Quota, int Taken, int SignedUp, int NotContacted, bool HasPage);

/// <summary>A sign-up in the list, masked.</summary>
public sealed record SignUpRow(Guid Id, string Number, string NameMask, string PhoneMask, string State, string? City, string? Dealer, string? SeriesCode, string? PurchaseWindow, bool MayBeContacted, DateTimeOffset At);

/// <summary>Activities and their sign-ups, as far as the scope reaches.</summary>
internal sealed class ActivityQueries(IDbContextFactory<ActivitiesDb> dbs, IOrganisation organisation, CurrentScope scope)
{
    /// <summary>Latest opening first. Filter <c>state</c>; search by title.</summary>
    public async Task<Page<ActivityRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Read))
        {
            return Page<ActivityRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var activities = Narrow(db.Activities.AsNoTracking(), page);
        var total = await activities.LongCountAsync(ct);
        if (Key.Read(page.After) is { } after)
        {
            activities = activities.Where(a => a.SignUpFrom < after.At || (a.SignUpFrom == after.At && a.Id < after.Id));
        }

        var found = await activities.OrderByDescending(a => a.SignUpFrom).ThenByDescending(a => a.Id).Take(page.Size + 1).ToListAsync(ct);
        var shown = found.Take(page.Size).ToList();
        var figures = await FiguresAsync(db, shown, ct);
        return new(
            shown.ConvertAll(a => Row(a, figures.GetValueOrDefault(a.Id))),
            found.Count > page.Size ? new Key(shown[^1].SignUpFrom, shown[^1].Id).ToString() : null,
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
        return await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == activityId, ct) is { } activity
            ? Row(activity, (await FiguresAsync(db, [activity], ct)).GetValueOrDefault(activityId))
            : null;
    }

    /// <summary>Newest first. Filter <c>contact</c> (<c>yes</c>, <c>no</c>); search by the last four digits.</summary>
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
        return new(
            shown.ConvertAll(s => new SignUpRow(s.Id, SignUpNumber.Of(s.Id), s.NameMask, s.PhoneMask, s.State, s.City, tree.LabelOf(s.DealerId), s.SeriesCode, s.PurchaseWindow, s.MayBeContacted, s.At)),
            found.Count > page.Size ? shown[^1].Id.ToString() : null,
            total);
    }

    private static async Task<Dictionary<Guid, (int All, int Silent)>> FiguresAsync(ActivitiesDb db, List<Activity> activities, CancellationToken ct)
    {
        var ids = activities.ConvertAll(a => a.Id);
        return await db.SignUps.Where(s => ids.Contains(s.ActivityId)).GroupBy(s => s.ActivityId)
            .Select(g => new { g.Key, All = g.Count(), Silent = g.Count(s => !s.MayBeContacted) })
            .ToDictionaryAsync(g => g.Key, g => (g.All, g.Silent), ct);
    }

    private static ActivityRow Row(Activity a, (int All, int Silent) figures) => new(
        a.Id, a.TitleZh, a.TitleEn, a.Slug, StateWord.Of(a.State), a.Scope, a.SignUpFrom, a.SignUpUntil, a.Quota, a.Taken, figures.All, figures.Silent, a.PageId is not null);

    private static IQueryable<Activity> Narrow(IQueryable<Activity> activities, PageRequest page)
    {
        if (page.Filters.TryGetValue("state", out var word))
        {
            activities = StateWord.Find(word) is { } state ? activities.Where(a => a.State == state) : activities.Where(a => false);
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

        return page.Search is { } tail ? signUps.Where(s => s.PhoneTail == tail) : signUps;
    }

    private readonly record struct Key(DateTimeOffset At, Guid Id)
    {
        public static Key? Read(string? after)
            => after?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var known)
                ? new(new DateTimeOffset(at, TimeSpan.Zero), known)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id:N}");
    }
}
