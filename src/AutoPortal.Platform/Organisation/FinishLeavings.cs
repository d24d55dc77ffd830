using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Organisation;

/// <summary>Finishes the leavings whose day has come, tenant by tenant; others hear of each once.</summary>
internal sealed class FinishLeavings(IDbContextFactory<AccountsDb> accounts, ScopeRunner scopes, OrganisationMemory memory, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var tenantId in await TenantIdsAsync(ct))
        {
            await scopes.RunAsync(tenantId, "finish_leavings", FinishAsync, ct);
        }
    }

    // Read anew: a sweep over all of them must not rest on what the node remembers, nor fill that memory at its start.
    private async Task<List<Guid>> TenantIdsAsync(CancellationToken ct)
    {
        await using var shared = await accounts.CreateDbContextAsync(ct);
        return await shared.Tenants.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
    }

    private async Task FinishAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DateOf(now);
        await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
        var leaving = await db.Dealers.Where(d => d.LeftOn != null && d.LeftOn <= today && d.State != DealerState.Left).ToListAsync(ct);
        foreach (var dealer in leaving)
        {
            await db.FinishAsync(dealer, now, ct);
        }

        if (leaving.Count > 0)
        {
            // Where two nodes finish at once, the version lets one of them win; the other has nothing to add.
            db.Announce(PlatformTopics.Organisation, "");
            await db.SaveAsync(ct);
            memory.Forget(db.Scope.TenantId);
        }
    }
}
