using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Directories;

/// <summary>Names and roles for other modules. Colleagues' names are known across reach, so its filter is lifted here.</summary>
internal sealed class PeopleDirectory(IDbContextFactory<PlatformDb> dbs, PeopleNames names, CurrentScope scope, TimeProvider clock) : IPeopleDirectory
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken ct)
    {
        var tenantId = scope.TenantId;
        var found = new Dictionary<Guid, string>(accountIds.Count);
        var asked = new List<Guid>();
        foreach (var id in accountIds)
        {
            if (names.Find(tenantId, id) is { } name)
            {
                found[id] = name;
            }
            else
            {
                asked.Add(id);
            }
        }

        foreach (var (id, name) in await ReadAsync(asked, ct))
        {
            names.Keep(tenantId, id, name);
            found[id] = name;
        }

        return found;
    }

    public async Task<IReadOnlyList<Guid>> WithRoleAsync(string roleTemplate, Guid? dealerId, CancellationToken ct)
    {
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Memberships.IgnoreQueryFilters([ModuleDb.ReachFilter])
            .Where(m => m.IsActive && m.FromOn <= today && (m.UntilOn == null || m.UntilOn > today) && m.NodeId == dealerId
                && db.Roles.Any(r => r.Id == m.RoleId && r.Template == roleTemplate))
            .Select(m => m.AccountId)
            .Distinct()
            .Order()
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(List<Guid> accountIds, CancellationToken ct)
    {
        if (accountIds.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var named = await db.Memberships.IgnoreQueryFilters([ModuleDb.ReachFilter])
            .Where(m => accountIds.Contains(m.AccountId))
            .OrderBy(m => m.Id)
            .Select(m => new { m.AccountId, m.Name })
            .ToListAsync(ct);
        return named.GroupBy(m => m.AccountId).ToDictionary(g => g.Key, g => g.Last().Name);
    }
}
