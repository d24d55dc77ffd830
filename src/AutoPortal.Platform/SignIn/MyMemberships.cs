using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.SignIn;

/// <summary>The memberships by which one person may work today, over all tenants.</summary>
internal sealed class MyMemberships(IDbContextFactory<AccountsDb> accounts, ITenantDirectory tenants, OrganisationMemory organisation, ScopeRunner scopes, TimeProvider clock)
{
    public async Task<IReadOnlyList<MembershipChoice>> ListAsync(Guid accountId, CancellationToken ct)
    {
        await using var db = await accounts.CreateDbContextAsync(ct);
        var tenantIds = await db.AccountTenants.Where(l => l.AccountId == accountId).Select(l => l.TenantId).ToListAsync(ct);
        var choices = new List<MembershipChoice>();
        foreach (var tenantId in tenantIds)
        {
            if (await tenants.FindAsync(tenantId, ct) is { IsSuspended: false } tenant)
            {
                // One scope per tenant: no query sees two.
                await scopes.RunAsync(tenantId, "sign_in", async (services, ct) => choices.AddRange(await ListAsync(services, tenant, accountId, ct)), ct);
            }
        }

        return [.. choices.OrderBy(c => c.Tenant.Identifier, StringComparer.Ordinal).ThenBy(c => c.MembershipId)];
    }

    private async Task<IEnumerable<MembershipChoice>> ListAsync(IServiceProvider services, TenantFacts tenant, Guid accountId, CancellationToken ct)
    {
        var tree = (await organisation.GetAsync(tenant.Id, ct)).Tree;
        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
        var memberships = await db.Memberships.AsNoTracking()
            .Where(m => m.AccountId == accountId)
            .Join(db.Roles, m => m.RoleId, r => r.Id, (m, r) => new { Membership = m, r.Template, RoleName = r.Name })
            .ToListAsync(ct);
        return memberships.Where(m => m.Membership.Holds(today)).Select(m => new MembershipChoice(
            m.Membership.Id,
            tenant,
            m.Membership.Name,
            m.Template,
            m.RoleName,
            tree.LabelOf(m.Membership.NodeId) ?? tenant.Name,
            m.Membership.NodeId));
    }
}

/// <summary>One way to work.</summary>
/// <param name="MembershipId">The membership.</param>
/// <param name="Tenant">Where.</param>
/// <param name="Name">The person's name there.</param>
/// <param name="RoleTemplate">The persona.</param>
/// <param name="RoleName">The tenant's own name for the role, or null.</param>
/// <param name="Place">Name of the region, dealer or tenant.</param>
/// <param name="NodeId">The region, sub-region or dealer; null for all of the tenant.</param>
public sealed record MembershipChoice(Guid MembershipId, TenantFacts Tenant, string Name, string RoleTemplate, string? RoleName, string Place, Guid? NodeId);
