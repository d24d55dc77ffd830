using System.Text.Json;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Board;

/// <summary>Who came to the tenant's sessions of the last year, by what was known of them before.</summary>
internal sealed class PastShowUps(ActivitiesDb db)
{
    /// <summary>The class of the sign-up <c>s</c>; null for whoever cancelled. Whoever ever waited is told apart from whoever had a place at once.</summary>
    public const string ClassSql =
        """
        case when s.state = 'cancelled' then null
             when s.state = 'signed' then 'unconfirmed'
             when exists (select 1 from activities.waiting_offers o where o.tenant_id = s.tenant_id and o.sign_up_id = s.id) and s.state = 'waitlisted' then 'offered'
             when s.state = 'waitlisted' then 'waiting'
             when exists (select 1 from activities.sign_up_messages m where m.tenant_id = s.tenant_id and m.sign_up_id = s.id and m.kind = 'reminder' and m.outcome = 'sent') then 'reminded'
             else 'confirmed' end
        """;

    public static ArrivalClass? ClassOf(string? word) => Enum.TryParse<ArrivalClass>(word, ignoreCase: true, out var found) ? found : null;

    public static string WordOf(ArrivalClass of) => JsonNamingPolicy.SnakeCaseLower.ConvertName(of.ToString());

    public async Task<IReadOnlyDictionary<ArrivalClass, ShowUps>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        // All dealers of the tenant together: one dealer's own past is too short to be a rate. Counts only.
        var past = await db.Sql().QueryAsync<Past>(
            $$"""
            select p.class as "Class", count(*)::int as "People", count(*) filter (where p.came)::int as "Came" from (
                select {{ClassSql}} as class, s.state in ('checked_in', 'rewarded') as came
                from activities.sign_ups s join activities.activity_sessions x on x.tenant_id = s.tenant_id and x.id = s.session_id
                where {tenant:s} and x.ends_at < @now and x.ends_at > @since and s.state in ('checked_in', 'rewarded', 'no_show', 'waitlisted', 'signed')
                union all
                -- Whoever was offered a place, by what became of it.
                select 'offered', s.state in ('checked_in', 'rewarded')
                from activities.sign_ups s join activities.activity_sessions x on x.tenant_id = s.tenant_id and x.id = s.session_id
                where {tenant:s} and x.ends_at < @now and x.ends_at > @since and s.state <> 'waitlisted'
                  and exists (select 1 from activities.waiting_offers o where o.tenant_id = s.tenant_id and o.sign_up_id = s.id)) p
            group by 1
            """, new { now, since = now.AddDays(-365) }, ct);
        return past.Where(p => ClassOf(p.Class) is not null).ToDictionary(p => ClassOf(p.Class)!.Value, p => new ShowUps(p.People, p.Came));
    }

    private sealed class Past
    {
        public string? Class { get; init; }

        public int People { get; init; }

        public int Came { get; init; }
    }
}
