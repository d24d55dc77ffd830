using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>What narrows the list of members; an unknown value matches nothing.</summary>
internal static class MemberFilters
{
    public static readonly string[] States = ["active", "planned", "locked", "ended"];

    public static IQueryable<Membership> Narrow(PlatformDb db, PageRequest page, OrganisationTree tree, DateOnly today)
    {
        var members = db.Memberships.AsQueryable();
        if (page.Filters.TryGetValue("role", out var role))
        {
            members = members.Where(m => db.Roles.Any(r => r.Id == m.RoleId && r.Template == role));
        }

        if (page.Filters.TryGetValue("state", out var state))
        {
            members = InState(members, state, today);
        }

        if (page.Filters.TryGetValue("node", out var node))
        {
            members = Guid.TryParse(node, out var id) ? At(members, id, tree) : members.Where(m => false);
        }

        return page.Search is { } words ? members.Where(m => m.Name.Contains(words)) : members;
    }

    // The node itself, and everybody at a dealer below it.
    private static IQueryable<Membership> At(IQueryable<Membership> members, Guid node, OrganisationTree tree)
    {
        var subRegions = tree.SubRegions.Where(s => s.RegionId == node).Select(s => s.Id).ToList();
        var below = tree.Dealers.Where(d => d.Id == node || d.RegionId == node || d.SubRegionId == node).Select(d => d.Id).Concat(subRegions).Append(node).ToList();
        return members.Where(m => m.NodeId != null && below.Contains(m.NodeId.Value));
    }

    private static IQueryable<Membership> InState(IQueryable<Membership> members, string state, DateOnly today) => state switch
    {
        "active" => members.Where(m => m.IsActive && m.FromOn <= today && (m.UntilOn == null || m.UntilOn > today)),
        "planned" => members.Where(m => m.IsActive && m.FromOn > today),
        "locked" => members.Where(m => !m.IsActive),
        "ended" => members.Where(m => m.IsActive && m.UntilOn <= today),
        _ => members.Where(m => false),
    };
}
