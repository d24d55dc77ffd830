using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Places;

/// <summary>Everything that gives or takes places goes one after the other, also on two nodes: it locks the activity's row first.</summary>
internal static class PlaceLock
{
    /// <summary>What is read after this stays true until the commit.</summary>
    /// <returns>The activity as it stands now, untracked; null where there is none.</returns>
    public static async Task<Activity?> LockAsync(this ActivitiesDb db, Guid activityId, CancellationToken ct)
        => await db.Sql().FirstOrDefaultAsync<Guid?>("select a.id from activities.activities a where {tenant:a} and a.id = @activityId for update", new { activityId }, ct) is null
            ? null
            : await db.Activities.AsNoTracking().SingleAsync(a => a.Id == activityId, ct);

    /// <summary>The book of the places that these wishes can touch, with those who wait for them.</summary>
    /// <param name="db">Holds the lock.</param>
    /// <param name="activity">As it was locked.</param>
    /// <param name="wishes">Sessions and dealers that are asked for; null reads all.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<PlaceBook> BookAsync(this ActivitiesDb db, Activity activity, IReadOnlyCollection<(Guid? SessionId, Guid? DealerId)>? wishes, CancellationToken ct)
    {
        var hasSessions = await db.Sessions.AnyAsync(s => s.ActivityId == activity.Id, ct);
        var book = new PlaceBook(activity.Places - activity.Taken, hasSessions, activity.HasWaitingList, hasSessions ? await PoolsAsync(db, activity.Id, wishes, ct) : []);
        if (activity.HasWaitingList && wishes is not null)
        {
            foreach (var line in await LinesAsync(db, activity.Id, ct))
            {
                book.NoteWaiting(line.SessionId, line.DealerId, (int)line.People);
            }
        }

        return book;
    }

    /// <summary>Writes what the book gave away.</summary>
    public static Task TakeAsync(this ActivitiesDb db, Guid activityId, PlaceBook book, CancellationToken ct)
        => CountAsync(db, activityId, book.Given, ct);

    /// <summary>Gives one place back.</summary>
    public static async Task ReleaseAsync(this ActivitiesDb db, Guid activityId, SignUp signUp, CancellationToken ct)
    {
        var quota = signUp.SessionId is { } session
            ? await db.Quotas.Where(q => q.SessionId == session && (q.DealerId == signUp.DealerId || q.DealerId == null)).OrderBy(q => q.DealerId == null).Select(q => (Guid?)q.Id).FirstOrDefaultAsync(ct)
            : null;
        await CountAsync(db, activityId, new Dictionary<Guid, int> { [quota ?? Guid.Empty] = -1 }, ct);
    }

    private static async Task CountAsync(ActivitiesDb db, Guid activityId, IReadOnlyDictionary<Guid, int> counts, CancellationToken ct)
    {
        if (counts.Count == 0)
        {
            return;
        }

        await db.Sql().ExecuteAsync("update activities.activities a set taken = taken + @count where {tenant:a} and a.id = @activityId", new { count = counts.Values.Sum(), activityId }, ct);
        var quotas = counts.Where(c => c.Key != Guid.Empty).ToList();
        if (quotas.Count > 0)
        {
            await db.Sql().ExecuteAsync(
                "update activities.session_quotas q set taken = q.taken + c.count from unnest(@ids, @counts) as c (id, count) where {tenant:q} and q.id = c.id",
                new { ids = quotas.ConvertAll(q => q.Key).ToArray(), counts = quotas.ConvertAll(q => q.Value).ToArray() },
                ct);
        }
    }

    private static async Task<List<PlacePool>> PoolsAsync(ActivitiesDb db, Guid activityId, IReadOnlyCollection<(Guid? SessionId, Guid? DealerId)>? wishes, CancellationToken ct)
    {
        var quotas = db.Quotas.AsNoTracking().Where(q => q.ActivityId == activityId);
        if (wishes is not null)
        {
            var sessions = wishes.Select(w => w.SessionId).OfType<Guid>().Distinct().ToList();
            var dealers = wishes.Select(w => w.DealerId).OfType<Guid>().Distinct().ToList();
            quotas = quotas.Where(q => sessions.Contains(q.SessionId) && (q.DealerId == null || dealers.Contains(q.DealerId.Value)));
        }

        return await quotas.Join(db.Sessions.AsNoTracking(), q => q.SessionId, s => s.Id, (q, s) => new PlacePool(q.Id, q.SessionId, q.DealerId, q.Places, q.Taken, s.StartsAt)).ToListAsync(ct);
    }

    private static Task<IReadOnlyList<WaitingLine>> LinesAsync(ActivitiesDb db, Guid activityId, CancellationToken ct)
        => db.Sql().QueryAsync<WaitingLine>(
            """
            select s.session_id as "SessionId", s.dealer_id as "DealerId", count(*) as "People" from activities.sign_ups s
            where {tenant:s} and s.activity_id = @activityId and s.state = 'waitlisted'
              and not exists (select 1 from activities.waiting_offers o where o.tenant_id = s.tenant_id and o.sign_up_id = s.id and o.state = 'open')
            group by s.session_id, s.dealer_id
            """,
            new { activityId }, ct);

    private sealed class WaitingLine
    {
        public Guid? SessionId { get; init; }

        public Guid? DealerId { get; init; }

        public long People { get; init; }
    }
}
