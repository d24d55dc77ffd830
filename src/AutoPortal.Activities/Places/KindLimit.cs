using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Places;

/// <summary>In how many activities of one kind people are at once, counted so that it stays true until the commit.</summary>
internal static class KindLimit
{
    /// <summary>Open sign-ups in other activities of the kind, by phone hash; who has none is absent. Asked only where the activity has a limit.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> OthersOfKindAsync(this ActivitiesDb db, Activity activity, IReadOnlyCollection<string> phoneHashes, CancellationToken ct)
    {
        if (activity.MostOfKind is null)
        {
            return new Dictionary<string, int>();
        }

        await LockAsync(db, activity.Type, phoneHashes, ct);
        return await db.SignUps
            .Where(s => phoneHashes.Contains(s.PhoneHash) && s.ActivityId != activity.Id && (s.State == SignUpState.Signed || s.State == SignUpState.Waitlisted || s.State == SignUpState.Confirmed))
            .Join(db.Activities.Where(a => a.Type == activity.Type && (a.State == ActivityState.Running || a.State == ActivityState.Scheduled || a.State == ActivityState.Paused)), s => s.ActivityId, a => a.Id, (s, a) => s.PhoneHash)
            .GroupBy(hash => hash)
            .ToDictionaryAsync(g => g.Key, g => g.Count(), StringComparer.Ordinal, ct);
    }

    // The lock of an activity's row does not keep another activity from taking the same person. One after the other in one order, so that two batches never wait for each other.
    private static async Task LockAsync(ActivitiesDb db, string kind, IReadOnlyCollection<string> phoneHashes, CancellationToken ct)
        => await db.Sql().QueryAsync<int>(
            """
            select count(pg_advisory_xact_lock(person.key))::int
            from (select distinct hashtextextended({tenant_id}::text || @kind || hash, 0) as key from unnest(@hashes) as hash order by key offset 0) as person
            """,
            new { kind, hashes = phoneHashes.ToArray() }, ct);
}
