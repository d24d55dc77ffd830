using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>Advisors of some dealers of the demonstration, able to sign in.</summary>
/// <param name="Dealers">Where they work.</param>
/// <param name="Emails">Their sign-ins.</param>
internal sealed record Advisors(IReadOnlyList<string> Dealers, IReadOnlyList<string> Emails)
{
    /// <summary>Takes dealers whose unnamed advisors are on duty, and gives them the password of the named ones: as seeded they have none.</summary>
    public static async Task<Advisors> WakeAsync(PortalHomeFolder home, int dealers, CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var wake = new NpgsqlCommand(
            $"""
            with tenant as (select id from platform_shared.tenants where identifier = '{PortalNode.Tenant}'),
            chosen as (
                select d.id from platform.dealers d, tenant
                where d.tenant_id = tenant.id and not exists (
                    select 1 from platform.memberships m join platform_shared.accounts a on a.id = m.account_id
                    where m.tenant_id = d.tenant_id and m.dealer_id = d.id and a.password_hash is not null)
                order by d.code desc limit @dealers)
            update platform_shared.accounts a set password_hash = (select password_hash from platform_shared.accounts where email = 'advisor@{PortalNode.Tenant}.demo')
            from platform.memberships m, tenant
            where m.tenant_id = tenant.id and m.account_id = a.id and m.reach = 'own' and m.dealer_id in (select id from chosen)
            returning (select code from platform.dealers d where d.tenant_id = m.tenant_id and d.id = m.dealer_id), a.email
            """, connection);
        wake.Parameters.AddWithValue("dealers", dealers);
        var found = new List<(string Dealer, string Email)>();
        await using var rows = await wake.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            found.Add((rows.GetString(0), rows.GetString(1)));
        }

        return found.Count > 0
            ? new([.. found.Select(f => f.Dealer).Distinct()], [.. found.Select(f => f.Email)])
            : throw new BenchException("The demonstration has no advisors without a password.");
    }
}
