using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Members within reach, and where they are signed in.</summary>
internal sealed class PeopleQueries(IDbContextFactory<PlatformDb> dbs, IDbContextFactory<AccountsDb> accounts, OrganisationMemory memory, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Newest membership first. Filters: <c>role</c> (template), <c>state</c> (<c>active</c>, <c>locked</c>), <c>dealer</c> (id).</summary>
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
        var members = Narrow(db, page, today);
        var total = await members.LongCountAsync(ct);
        if (Guid.TryParse(page.After, out var after))
        {
            members = members.Where(m => m.Id.CompareTo(after) < 0);
        }

        var found = await members.OrderByDescending(m => m.Id).Take(page.Size + 1)
            .Join(db.Roles, m => m.RoleId, r => r.Id, (m, r) => new { Member = m, Role = r, IsOnDuty = db.Shifts.Any(s => s.AccountId == m.AccountId && s.DealerId == m.DealerId && s.StartedAt <= now && (s.EndedAt == null || s.EndedAt > now)) })
            .OrderByDescending(m => m.Member.Id)
            .ToListAsync(ct);
        var emails = await EmailsAsync(found.ConvertAll(f => f.Member.AccountId), ct);
        var rows = found.ConvertAll(f => new MemberRow(
            f.Member.Id,
            f.Member.AccountId,
            f.Member.Name,
            emails.GetValueOrDefault(f.Member.AccountId, ""),
            f.Role.Template,
            f.Role.Name,
            tree.LabelOf(f.Member.NodeId),
            f.Member.Holds(today),
            f.Member.Reach == MembershipReach.Own,
            f.IsOnDuty,
            f.Member.FromOn));
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

    private static IQueryable<Membership> Narrow(PlatformDb db, PageRequest page, DateOnly today)
    {
        var members = db.Memberships.AsNoTracking();
        if (page.Filters.TryGetValue("role", out var role))
        {
            members = members.Where(m => db.Roles.Any(r => r.Id == m.RoleId && r.Template == role));
        }

        if (page.Filters.TryGetValue("state", out var state))
        {
            members = state switch
            {
                "active" => members.Where(m => m.IsActive && m.FromOn <= today && (m.UntilOn == null || m.UntilOn > today)),
                "locked" => members.Where(m => !m.IsActive),
                _ => members.Where(m => false),
            };
        }

        if (page.Filters.TryGetValue("dealer", out var dealer))
        {
            members = Guid.TryParse(dealer, out var id) ? members.Where(m => m.DealerId == id) : members.Where(m => false);
        }

        return page.Search is { } words ? members.Where(m => m.Name.Contains(words)) : members;
    }

    private async Task<Dictionary<Guid, string>> EmailsAsync(List<Guid> accountIds, CancellationToken ct)
    {
        await using var shared = await accounts.CreateDbContextAsync(ct);
        return await shared.Users.Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Email ?? "", ct);
    }
}

/// <summary>A member in the list.</summary>
public sealed record MemberRow(Guid MembershipId, Guid AccountId, string Name, string Email, string RoleTemplate, string? RoleName, string? Place, bool IsActive, bool IsAdvisor, bool IsOnDuty, DateOnly FromOn);

/// <summary>A sign-in on one device.</summary>
public sealed record SessionRow(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string Address, string Device);
