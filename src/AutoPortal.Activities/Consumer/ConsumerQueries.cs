using System.Globalization;
using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Consumer;

/// <summary>What consumers see: the activities for them, and their own sign-ups.</summary>
internal sealed class ConsumerQueries(IDbContextFactory<ActivitiesDb> dbs, IOrganisation organisation, KindCatalog kinds, CurrentScope scope, PhoneVault vault, TimeProvider clock)
{
    /// <summary>Cities with dealers, in the order of the dealers' codes.</summary>
    public async Task<IReadOnlyList<string>> CitiesAsync(CancellationToken ct)
        => [.. (await organisation.TreeAsync(ct)).Dealers.Where(d => d.IsActive).Select(d => d.City).Distinct(StringComparer.Ordinal)];

    /// <summary>What is shown to this person, soonest end first.</summary>
    public async Task<IReadOnlyList<ShownActivity>> ListAsync(ConsumerFrame frame, PersonFacts? person, string? city, string? phoneHash, CancellationToken ct)
    {
        var cities = (await organisation.TreeAsync(ct)).Dealers.ToDictionary(d => d.Id, d => d.City);
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var open = await db.Activities.AsNoTracking()
            .Where(a => (a.State == ActivityState.Running || a.State == ActivityState.Scheduled) && a.SignUpUntil > now && a.IsPagePublic)
            .OrderBy(a => a.SignUpUntil).ThenBy(a => a.Id).Take(500).ToListAsync(ct);
        var mine = phoneHash is null ? [] : await db.SignUps.Where(s => s.PhoneHash == phoneHash && s.State != SignUpState.Cancelled).Select(s => s.ActivityId).ToListAsync(ct);
        return [.. open.Where(a => Visibility.IsShown(a, person, city, cities, now)).Select(a => Show(a, frame, mine.Contains(a.Id), now))];
    }

    /// <summary>The person's sign-ups, newest first.</summary>
    public async Task<IReadOnlyList<MySignUp>> MineAsync(ConsumerFrame frame, string phoneHash, CancellationToken ct)
    {
        var dealers = (await organisation.TreeAsync(ct)).Dealers.ToDictionary(d => d.Id, d => d.Name);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var rows = await db.SignUps.AsNoTracking().Where(s => s.PhoneHash == phoneHash).OrderByDescending(s => s.QueuedAt).Take(100)
            .Join(db.Activities.AsNoTracking(), s => s.ActivityId, a => a.Id, (s, a) => new
            {
                SignUp = s,
                Activity = a,
                Session = db.Sessions.FirstOrDefault(x => x.Id == s.SessionId),
                Offer = db.Offers.FirstOrDefault(o => o.SignUpId == s.Id && o.State == OfferStates.Open && o.ExpiresAt > now),
            })
            .ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.SignUp.QueuedAt).Select(r => new MySignUp(
            r.SignUp.Id,
            SignUpNumber.Of(r.SignUp.Id),
            r.Activity.Title(IsEnglish(frame)),
            frame.Href($"/{PagePaths.Activity}/{r.Activity.Slug}"),
            r.Session is { } session ? SessionWords.Of(session.StartsAt, session.EndsAt) : Days(r.Activity, frame),
            r.SignUp.DealerId is { } dealer && dealers.TryGetValue(dealer, out var name) ? name : r.Activity.Venue(IsEnglish(frame)),
            SignUpStates.Of(r.SignUp.State),
            r.Offer?.ExpiresAt,
            SignUpTransitions.Find(r.SignUp.State, SignUpAct.Cancel) is not null && (r.Session?.StartsAt ?? r.Activity.RunsUntil) > now)
        {
            CheckInCode = r.SignUp.State is SignUpState.Confirmed && r.Activity.State is not ActivityState.Cancelled && kinds.Find(r.Activity.Type) is { IsVisited: true }
                ? CheckInCodes.Of(vault, scope.TenantId, r.Activity.Id, r.SignUp.Id)
                : null,
        })];
    }

    /// <summary>Whether the sign-up is this person's.</summary>
    public async Task<bool> IsTheirsAsync(Guid signUpId, string phoneHash, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.SignUps.AnyAsync(s => s.Id == signUpId && s.PhoneHash == phoneHash, ct);
    }

    /// <summary>An offer with what it is about; null where there is none.</summary>
    public async Task<OfferFacts?> OfferAsync(Guid offerId, ConsumerFrame frame, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var row = await db.Offers.AsNoTracking().Where(o => o.Id == offerId)
            .Join(db.SignUps.AsNoTracking(), o => o.SignUpId, s => s.Id, (o, s) => new { Offer = o, SignUp = s })
            .Join(db.Activities.AsNoTracking(), x => x.SignUp.ActivityId, a => a.Id, (x, a) => new { x.Offer, x.SignUp, Activity = a, Session = db.Sessions.FirstOrDefault(s => s.Id == x.SignUp.SessionId) })
            .SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        // Past its time it counts as over, also before the clock came round.
        var state = row.Offer.IsOpen && row.Offer.ExpiresAt <= clock.GetUtcNow() ? OfferStates.Expired : row.Offer.State;
        return new(
            row.SignUp.Id,
            row.Activity.Title(IsEnglish(frame)),
            row.Session is { } session ? SessionWords.Of(session.StartsAt, session.EndsAt) : Days(row.Activity, frame),
            ShanghaiTime.Of(row.Offer.ExpiresAt).ToString("M-d HH:mm", CultureInfo.InvariantCulture),
            state);
    }

    private static ShownActivity Show(Activity a, ConsumerFrame frame, bool isMine, DateTimeOffset now) => new(
        a.Id,
        a.Type,
        a.Title(IsEnglish(frame)),
        frame.Href($"/{PagePaths.Activity}/{a.Slug}"),
        Days(a, frame),
        a.Venue(IsEnglish(frame)),
        a.Wording.Reward.In(frame.Language),
        a.State is ActivityState.Scheduled || a.SignUpFrom > now ? "soon" : a.Taken < a.Places ? "open" : a.HasWaitingList ? "waiting" : "full",
        isMine);

    private static bool IsEnglish(ConsumerFrame frame) => frame.Language == PageLanguages.English;

    private static string Days(Activity a, ConsumerFrame frame)
    {
        var (from, until) = (ShanghaiTime.Of(a.RunsFrom), ShanghaiTime.Of(a.RunsUntil));
        return IsEnglish(frame)
            ? string.Create(CultureInfo.GetCultureInfo("en"), $"{from:d MMM} – {until:d MMM}")
            : string.Create(CultureInfo.InvariantCulture, $"{from:M月d日}–{until:M月d日}");
    }
}

/// <summary>An offer as its link shows it.</summary>
/// <param name="State">One of <see cref="OfferStates"/>.</param>
internal sealed record OfferFacts(Guid SignUpId, string Title, string When, string Until, string State);
