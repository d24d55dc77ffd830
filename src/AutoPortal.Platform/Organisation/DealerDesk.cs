using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>What every change of one dealer shares: permission, loading, the rule, telling every node, saving.</summary>
internal sealed class DealerDesk(IDbContextFactory<PlatformDb> dbs, OrganisationMemory memory, ScopeResolver scopes, CurrentUser user, TimeProvider clock)
{
    /// <param name="dealerId">A dealer in the person's reach; another's does not exist here.</param>
    /// <param name="version">What the person read, where they edit what they saw; null for an act that does not depend on it.</param>
    /// <param name="rule">The dealer's own method; it gets today in Shanghai.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> ActAsync(Guid dealerId, uint? version, Func<PlatformDb, Dealer, DateOnly, Task<Refusal?>> rule, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.OrganisationManage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Dealers.Include(d => d.Placements).SingleOrDefaultAsync(d => d.Id == dealerId, ct) is not { } dealer)
        {
            return Refusal.NotFound;
        }

        if (version is { } seen)
        {
            db.Expect(dealer, seen);
        }

        if (await rule(db, dealer, ShanghaiTime.DateOf(clock.GetUtcNow())) is { } refusal)
        {
            return refusal;
        }

        return await SaveAsync(db, ct);
    }

    /// <inheritdoc cref="ActAsync(Guid, uint?, Func{PlatformDb, Dealer, DateOnly, Task{Refusal?}}, CancellationToken)"/>
    public Task<Outcome> ActAsync(Guid dealerId, Func<Dealer, DateOnly, Refusal?> rule, CancellationToken ct)
        => ActAsync(dealerId, null, (_, dealer, today) => Task.FromResult(rule(dealer, today)), ct);

    /// <summary>Saves a change of the tree, and lets every node forget the old one.</summary>
    public async Task<Outcome> SaveAsync(PlatformDb db, CancellationToken ct)
    {
        db.Announce(PlatformTopics.Organisation, "");
        var outcome = await db.SaveAsync(ct);
        memory.Forget(db.Scope.TenantId);
        scopes.Forget();
        return outcome;
    }
}
