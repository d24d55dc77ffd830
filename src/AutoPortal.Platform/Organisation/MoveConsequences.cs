using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Who would gain and who would lose sight of a dealer by a move.</summary>
internal sealed class MoveConsequences(IDbContextFactory<PlatformDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <returns>Members whose reach is a region or sub-region, by name; empty for whoever may not move dealers.</returns>
    public async Task<AccessChange> LookAsync(Guid dealerId, Guid nodeId, DateOnly fromOn, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationManage))
        {
            return AccessChange.None;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var dealer = await db.Dealers.AsNoTracking().Include(d => d.Placements).SingleOrDefaultAsync(d => d.Id == dealerId, ct);
        if (dealer is null || await db.FindNodeAsync(nodeId, ct) is not { } node)
        {
            return AccessChange.None;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var now = dealer.PlacementOn(fromOn > today ? fromOn : today);
        Guid?[] before = [now?.RegionId, now?.SubRegionId];
        Guid?[] after = [node.Region.Id, node.SubRegion?.Id];
        return new(
            await SeersAsync(db, [.. after.Except(before).OfType<Guid>()], fromOn, ct),
            await SeersAsync(db, [.. before.Except(after).OfType<Guid>()], fromOn, ct));
    }

    private static Task<List<Seer>> SeersAsync(PlatformDb db, List<Guid> nodes, DateOnly on, CancellationToken ct)
        => db.Memberships
            .Where(m => m.NodeId != null && nodes.Contains(m.NodeId.Value) && (m.Reach == MembershipReach.Region || m.Reach == MembershipReach.SubRegion)
                && m.IsActive && m.FromOn <= on && (m.UntilOn == null || m.UntilOn > on))
            .Join(db.Roles, m => m.RoleId, r => r.Id, (m, r) => new { Member = m, Role = r })
            .OrderBy(s => s.Member.Name)
            .Select(s => new Seer(s.Member.Name, s.Role.Template, s.Role.Name))
            .ToListAsync(ct);
}

/// <summary>Who sees a dealer by reach over its node.</summary>
internal sealed record Seer(string Name, string RoleTemplate, string? RoleName);

/// <summary>What a move changes for people.</summary>
internal sealed record AccessChange(IReadOnlyList<Seer> Gain, IReadOnlyList<Seer> Lose)
{
    public static readonly AccessChange None = new([], []);
}
