using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Demo;

/// <summary>Named demo sign-ins, and a manager, a marketing person and advisors for every dealer. The unnamed have no password.</summary>
internal sealed class DemoPeople(
    IDbContextFactory<PlatformDb> dbs,
    IDbContextFactory<AccountsDb> accounts,
    NewAccounts newAccounts,
    OrganisationMemory memory,
    ITenantDirectory tenants,
    CurrentScope scope,
    ILiveBus bus,
    TimeProvider clock) : IDemoSeed
{
    private static readonly DateOnly Since = new(2024, 3, 1);

    public int Order => 20;

    public async Task SeedAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await tenants.FindAsync(scope.TenantId, ct) is not { } tenant || DemoPlan.Of(tenant.Identifier) is not { } plan || await db.Memberships.AnyAsync(ct))
        {
            return;
        }

        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        var roles = await db.Roles.ToDictionaryAsync(r => r.Template, r => r.Id, ct);
        var people = new DemoCrowd(plan, tree).Make();

        // Accounts first: a membership without its account would be worse than the other way round.
        var ids = await AddAccountsAsync(people, plan, ct);
        await AddMembershipsAsync(db, people, ids, roles, ct);
        await AddShiftsAsync(db, people, ids, ct);
        db.Audit("seeded", "membership", scope.TenantId, null, new { people = people.Count });
        await db.SaveAsync(ct);
        bus.Publish(new LiveMessage(scope.TenantId, PlatformTopics.Access, ""));
    }

    private async Task<IReadOnlyList<Guid>> AddAccountsAsync(IReadOnlyList<DemoPerson> people, DemoPlan plan, CancellationToken ct)
    {
        await using var db = await accounts.CreateDbContextAsync(ct);
        var named = plan.SignIns.Select(s => s.Email).ToList();
        var known = await db.Users.Where(a => named.Contains(a.Email!)).ToDictionaryAsync(a => a.Email!, a => a.Id, ct);
        var made = people.Where(p => !known.ContainsKey(p.Email)).Select(p => newAccounts.Make(p.Email, p.Name, p.HasPassword ? DemoPlan.Password : null, p.HasPassword)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into platform_shared.accounts (id, user_name, normalized_user_name, email, normalized_email, display_name, password_hash, is_demo, security_stamp, created_at)
            select id, email, upper(email), email, upper(email), name, hash, hash is not null, stamp, {clock.GetUtcNow()}
            from unnest({made.ConvertAll(a => a.Id)}, {made.ConvertAll(a => a.Email!)}, {made.ConvertAll(a => a.DisplayName)}, {made.ConvertAll(a => a.PasswordHash)}, {made.ConvertAll(a => a.SecurityStamp!)})
                as made(id, email, name, hash, stamp)
            """, ct);
        foreach (var account in made)
        {
            known[account.Email!] = account.Id;
        }

        var ids = people.Select(p => known[p.Email]).ToList();
        await db.Database.ExecuteSqlAsync($"insert into platform_shared.account_tenants (account_id, tenant_id) select distinct id, {scope.TenantId} from unnest({ids}) as member(id)", ct);
        await transaction.CommitAsync(ct);
        return ids;
    }

    private Task AddMembershipsAsync(PlatformDb db, IReadOnlyList<DemoPerson> people, IReadOnlyList<Guid> ids, Dictionary<string, Guid> roles, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            insert into platform.memberships (tenant_id, id, account_id, name, role_id, reach, node_id, dealer_id, is_active, from_on, open_lead_cap, daily_new_cap, tags)
            select {tenant_id}, id, account_id, name, role_id, reach, node_id, case when reach in ('dealer', 'own') then node_id end, true, @since, @openCap, @dailyCap, '{}'::text[]
            from unnest(@memberships, @accounts, @names, @roles, @reaches, @nodes) as person(id, account_id, name, role_id, reach, node_id)
            """,
            new
            {
                memberships = people.Select(_ => Ids.New(clock)).ToArray(),
                accounts = ids.ToArray(),
                names = people.Select(p => p.Name).ToArray(),
                roles = people.Select(p => roles[p.Role]).ToArray(),
                reaches = people.Select(p => SnakeCaseNames.Of(p.Reach.ToString())).ToArray(),
                nodes = people.Select(p => p.NodeId).ToArray(),
                since = Since,
                openCap = Membership.DefaultOpenLeadCap,
                dailyCap = Membership.DefaultDailyNewCap,
            },
            ct);

    private Task AddShiftsAsync(PlatformDb db, IReadOnlyList<DemoPerson> people, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var onDuty = people.Select((p, i) => (Person: p, Account: ids[i])).Where(p => p.Person.IsOnDuty).ToList();
        var start = ShanghaiTime.StartOf(ShanghaiTime.DateOf(clock.GetUtcNow()));
        return db.Sql().ExecuteAsync(
            """
            insert into platform.duty_shifts (tenant_id, id, account_id, dealer_id, started_at)
            select {tenant_id}, id, account_id, dealer_id, @start from unnest(@shifts, @accounts, @dealers) as shift(id, account_id, dealer_id)
            """,
            new
            {
                shifts = onDuty.Select(_ => Ids.New(clock)).ToArray(),
                accounts = onDuty.Select(p => p.Account).ToArray(),
                dealers = onDuty.Select(p => p.Person.NodeId!.Value).ToArray(),
                start,
            },
            ct);
    }
}
