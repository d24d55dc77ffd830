using AutoPortal.Kernel;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Directories;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Demo;

/// <summary>The demonstration tenants themselves; each module's seeds fill them.</summary>
public sealed class DemoTenants
{
    private readonly IDbContextFactory<AccountsDb> _accounts;
    private readonly TenantDirectory _tenants;
    private readonly ILiveBus _bus;
    private readonly TimeProvider _clock;

    internal DemoTenants(IDbContextFactory<AccountsDb> accounts, TenantDirectory tenants, ILiveBus bus, TimeProvider clock)
    {
        _accounts = accounts;
        _tenants = tenants;
        _bus = bus;
        _clock = clock;
    }

    /// <summary>Name and password of the demo sign-ins, for the console.</summary>
    public static IReadOnlyList<string> SignInNames { get; } = [.. DemoPlan.All.SelectMany(p => p.SignIns).Select(s => s.Email).Distinct(StringComparer.Ordinal)];

    /// <summary>The password of all of them.</summary>
    public static string Password => DemoPlan.Password;

    /// <summary>Makes those that are missing.</summary>
    /// <returns>Each of them, the main one first; run the seeds in a scope of each.</returns>
    public async Task<IReadOnlyList<TenantFacts>> EnsureAsync(CancellationToken ct)
    {
        await using var db = await _accounts.CreateDbContextAsync(ct);
        var identifiers = DemoPlan.All.Select(p => p.Identifier).ToList();
        var there = await db.Tenants.Where(t => identifiers.Contains(t.Identifier)).Select(t => t.Identifier).ToListAsync(ct);
        foreach (var plan in DemoPlan.All.Where(p => !there.Contains(p.Identifier)))
        {
            db.Tenants.Add(new Tenant(Ids.New(_clock), plan.Identifier, plan.Name, TenantKind.Oem, plan.AccentColor, _clock.GetUtcNow()));
        }

        await db.SaveChangesAsync(ct);
        _tenants.Forget();
        _bus.Publish(new LiveMessage(Guid.Empty, PlatformTopics.Tenants, ""));
        var all = await _tenants.ListAsync(ct);
        return [.. identifiers.Select(i => all.Single(t => t.Identifier == i))];
    }

    /// <summary>Whether an account with the public password is here, beside which production does not start.</summary>
    public async Task<bool> HasSignInsAsync(CancellationToken ct)
    {
        await using var db = await _accounts.CreateDbContextAsync(ct);
        return await db.Users.AnyAsync(a => a.IsDemo, ct);
    }
}
