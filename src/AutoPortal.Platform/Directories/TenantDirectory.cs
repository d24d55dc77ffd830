using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Directories;

internal sealed class TenantDirectory : ITenantDirectory, IDisposable
{
    private readonly Remembered<int, Known> _known;
    private readonly IDisposable _listening;
    private readonly IDbContextFactory<AccountsDb> _dbs;

    public TenantDirectory(IDbContextFactory<AccountsDb> dbs, ILiveBus bus)
    {
        _dbs = dbs;
        _known = new(_ => ReadAsync());
        _listening = bus.SubscribeAll(PlatformTopics.Tenants, _ =>
        {
            Forget();
            return Task.CompletedTask;
        });
    }

    public async ValueTask<TenantFacts?> FindAsync(string identifier, CancellationToken ct)
        => (await _known.GetAsync(0, ct)).ByIdentifier.GetValueOrDefault(identifier);

    public async ValueTask<TenantFacts?> FindAsync(Guid tenantId, CancellationToken ct)
        => (await _known.GetAsync(0, ct)).ById.GetValueOrDefault(tenantId);

    public async ValueTask<IReadOnlyList<TenantFacts>> ListAsync(CancellationToken ct) => (await _known.GetAsync(0, ct)).All;

    /// <summary>For the node that made the change itself: its next answer must not wait for the word to come round.</summary>
    public void Forget() => _known.Forget(_ => true);

    public void Dispose() => _listening.Dispose();

    private async Task<Known> ReadAsync()
    {
        await using var db = await _dbs.CreateDbContextAsync();
        var tenants = await db.Tenants.AsNoTracking().OrderBy(t => t.Identifier).ToListAsync();
        var facts = tenants.ConvertAll(t => new TenantFacts(t.Id, t.Identifier, t.Name, SnakeCaseNames.Of(t.Kind.ToString()), t.AccentColor, t.IsSuspended));
        return new Known(facts, facts.ToDictionary(t => t.Identifier, StringComparer.Ordinal), facts.ToDictionary(t => t.Id));
    }

    private sealed record Known(IReadOnlyList<TenantFacts> All, Dictionary<string, TenantFacts> ByIdentifier, Dictionary<Guid, TenantFacts> ById);
}
