namespace AutoPortal.Bench.Portal;

/// <summary>What the database says of sign-ups and leads, read as its administrator.</summary>
internal sealed class LeadBook(PortalHomeFolder home)
{
    private const string OfTenant = $"tenant_id = (select id from platform_shared.tenants where identifier = '{PortalNode.Tenant}')";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);

    public Task<long> LeadsAsync(CancellationToken ct) => home.ScalarAsync<long>($"select count(*) from leads.leads where {OfTenant}", ct);

    public Task<long> SignUpsAsync(CancellationToken ct) => home.ScalarAsync<long>($"select count(*) from activities.sign_ups where {OfTenant}", ct);

    /// <summary>Waits until there are that many leads.</summary>
    /// <returns>Whether they came in time.</returns>
    public async Task<bool> WaitAsync(long leads, TimeSpan within, CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var count = new Npgsql.NpgsqlCommand($"select count(*) from leads.leads where {OfTenant}", connection);
        var until = DateTimeOffset.UtcNow + within;
        while (DateTimeOffset.UtcNow < until)
        {
            if ((long)(await count.ExecuteScalarAsync(ct))! >= leads)
            {
                return true;
            }

            await Task.Delay(Poll, ct);
        }

        return false;
    }

    /// <summary>Sign-ups that were taken in more than once, and messages that were given up.</summary>
    public async Task<(long Doubled, long Dead)> FaultsAsync(CancellationToken ct)
    {
        var doubled = await home.ScalarAsync<long>(
            $"select count(*) from (select 1 from leads.source_touches where {OfTenant} and sign_up_id is not null group by sign_up_id having count(*) > 1) twice", ct);
        var dead = await home.ScalarAsync<long>(
            "select sum(n)::bigint from (" + string.Join(
                " union all ",
                new[] { "activities", "customers", "leads", "pages", "platform" }.Select(s => $"select count(*) as n from {s}.outbox_messages where dead_at is not null")) + ") each",
            ct);
        return (doubled, dead);
    }

    /// <summary>Places given away that no sign-up stands for, and sign-ups without a place, over all activities.</summary>
    public Task<long> TakenDriftAsync(CancellationToken ct) => home.ScalarAsync<long>(
        $"select coalesce(sum(abs(a.taken - (select count(*) from activities.sign_ups s where s.tenant_id = a.tenant_id and s.activity_id = a.id))), 0)::bigint from activities.activities a where a.{OfTenant}", ct);

    /// <summary>The demonstration has few places; a load needs more.</summary>
    public Task MakeRoomAsync(CancellationToken ct) => home.ExecuteAsync($"update activities.activities set quota = 1000000 where {OfTenant}", ct);
}
