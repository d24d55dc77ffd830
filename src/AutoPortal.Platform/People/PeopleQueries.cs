using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Members within reach, and where they are signed in.</summary>
internal sealed class PeopleQueries(IDbContextFactory<PlatformDb> dbs, IDbContextFactory<AccountsDb> accounts, OrganisationMemory memory, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Newest membership first. Filters: <c>role</c> (template), <c>state</c> (<c>active</c>, <c>planned</c>, <c>locked</c>, <c>ended</c>), <c>node</c> (region, sub-region or dealer id, with all below).</summary>
    public async Task<Page<MemberRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.PeopleRead))
        {
            return Page<MemberRow>.Empty;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var now = clock.GetUtcNow();
        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var members = MemberFilters.Narrow(db, page, tree, today);
        var total = await members.LongCountAsync(ct);
        if (Guid.TryParse(page.After, out var after))
        {
            members = members.Where(m => m.Id.CompareTo(after) < 0);
        }

        var found = await members.OrderByDescending(m => m.Id).Take(page.Size + 1)
            .Join(db.Roles, m => m.RoleId, r => r.Id, (m, r) => new { Member = m, Role = r, IsOnDuty = db.Shifts.Any(s => s.AccountId == m.AccountId && s.DealerId == m.DealerId && s.StartedAt <= now && (s.EndedAt == null || s.EndedAt > now)) })
            .OrderByDescending(m => m.Member.Id)
            .ToListAsync(ct);
        var names = await SignInNamesAsync(found.ConvertAll(f => f.Member.AccountId), ct);
        var rows = found.ConvertAll(f => Row(db, f.Member, f.Role, names, tree, today) with { IsOnDuty = f.IsOnDuty });
        return rows.Count > page.Size
            ? new Page<MemberRow>(rows[..page.Size], rows[page.Size - 1].MembershipId.ToString(), total)
            : new Page<MemberRow>(rows, null, total);
    }

    /// <summary>Sessions in which the member works for this tenant, latest first; those for other tenants are not told.</summary>
    public async Task<IReadOnlyList<SessionRow>> SessionsAsync(Guid membershipId, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.PeopleManage))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var accountId = await db.Memberships.Where(m => m.Id == membershipId).Select(m => m.AccountId).SingleOrDefaultAsync(ct);
        await using var shared = await accounts.CreateDbContextAsync(ct);
        return await shared.Sessions
            .Where(s => s.AccountId == accountId && s.TenantId == scope.TenantId && s.RevokedAt == null)
            .OrderByDescending(s => s.LastSeenAt)
            .Take(50)
            .Select(s => new SessionRow(s.Id, s.CreatedAt, s.LastSeenAt, s.Address, s.Device))
            .ToListAsync(ct);
    }

    /// <summary>One member as it is now, or null where there is none within reach.</summary>
    public async Task<MemberRow?> FindAsync(Guid membershipId, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.PeopleRead))
        {
            return null;
        }

        var tree = (await memory.GetAsync(scope.TenantId, ct)).Tree;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId, ct) is not { } member)
        {
            return null;
        }

        var role = await db.Roles.SingleAsync(r => r.Id == member.RoleId, ct);
        return Row(db, member, role, await SignInNamesAsync([member.AccountId], ct), tree, ShanghaiTime.DateOf(clock.GetUtcNow()));
    }

    /// <summary>The tenant's roles, in the order of the personas.</summary>
    public async Task<IReadOnlyList<RoleChoice>> RolesAsync(CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.PeopleRead))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var order = RoleGrants.ByTemplate.Keys.ToList();
        var roles = await db.Roles.Select(r => new RoleChoice(r.Id, r.Template, r.Name)).ToListAsync(ct);
        return [.. roles.Where(r => scope.SeesAllDealers || RoleReach.IsAtDealer(r.Template)).OrderBy(r => order.IndexOf(r.Template)).ThenBy(r => r.Id)];
    }

    private static MemberRow Row(PlatformDb db, Membership member, Role role, Dictionary<Guid, string> names, OrganisationTree tree, DateOnly today) => new(
        member.Id,
        db.VersionOf(member),
        member.AccountId,
        member.Name,
        SignInName.Masked(names.GetValueOrDefault(member.AccountId, "")),
        role.Id,
        role.Template,
        role.Name,
        SnakeCaseNames.Of(member.Reach.ToString()),
        member.NodeId,
        tree.LabelOf(member.NodeId),
        StateOf(member, today),
        member.Reach == MembershipReach.Own,
        false,
        member.FromOn,
        member.UntilOn,
        member.OpenLeadCap,
        member.DailyNewCap,
        member.Tags);

    private static string StateOf(Membership member, DateOnly today)
        => !member.IsActive ? "locked" : member.UntilOn <= today ? "ended" : member.FromOn > today ? "planned" : "active";

    private async Task<Dictionary<Guid, string>> SignInNamesAsync(List<Guid> accountIds, CancellationToken ct)
    {
        await using var shared = await accounts.CreateDbContextAsync(ct);
        return await shared.Users.Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.UserName ?? "", ct);
    }
}

/// <summary>A role of the tenant.</summary>
public sealed record RoleChoice(Guid Id, string Template, string? Name);

/// <summary>A member in the list; reach and state are stored words.</summary>
public sealed record MemberRow(
    Guid MembershipId,
    uint Version,
    Guid AccountId,
    string Name,
    string SignIn,
    Guid RoleId,
    string RoleTemplate,
    string? RoleName,
    string Reach,
    Guid? NodeId,
    string? Place,
    string State,
    bool IsAdvisor,
    bool IsOnDuty,
    DateOnly FromOn,
    DateOnly? UntilOn,
    int OpenLeadCap,
    int DailyNewCap,
    IReadOnlyList<string> Tags)
{
    /// <summary>Works here today.</summary>
    public bool IsActive => State == "active";

    /// <summary>Was locked out.</summary>
    public bool IsLocked => State == "locked";
}

/// <summary>A sign-in on one device.</summary>
public sealed record SessionRow(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string Address, string Device);
