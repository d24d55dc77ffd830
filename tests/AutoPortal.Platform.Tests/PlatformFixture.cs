using System.Security.Claims;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;
using AutoPortal.Platform.Tests.Exports;
using AutoPortal.Platform.Tests.Imports;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests;

public sealed class PlatformFixture() : ModuleFixture(new PlatformModule())
{
    /// <summary>Declared as other modules would.</summary>
    public const string LeadsRead = "leads.read";

    /// <summary>A kind of notice, declared as another module would.</summary>
    public const string LeadNotice = "leads.assigned";

    /// <summary>A lead channel, declared as the module of leads would.</summary>
    public const string Channel = "activity";

    internal MovingClock Now { get; } = new();

    internal LostAnswer Lost { get; } = new();

    protected override TimeProvider Clock => Now;

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(new Permission(LeadsRead, typeof(PlatformTexts)));
        services.AddNotices<PlatformTexts>(LeadNotice);
        services.AddExportList<CrowdExport>();
        services.AddExportList<DangerExport>();
        LostAnswer.Watch(services, Lost);
        services.AddLeadChannels<PlatformTexts>([Channel]);
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A tenant with a small tree and one member per role.</summary>
    internal async Task<Town> BuildAsync()
    {
        var town = new Town(this, "t" + Ids.New(TimeProvider.System).ToString("N")[^12..]);
        await town.BuildAsync();
        return town;
    }

    internal async Task<T> AccountsAsync<T>(Func<AccountsDb, Task<T>> work)
    {
        await using var db = await Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();
        return await work(db);
    }

    internal async Task<T> InTenantAsync<T>(Guid tenantId, Func<PlatformDb, Task<T>> work)
    {
        T? result = default;
        await Get<ScopeRunner>().RunAsync(tenantId, "test", async (services, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
            result = await work(db);
            (await db.SaveAsync(ct)).IsOk.ShouldBeTrue();
        }, default);
        return result!;
    }

    internal async Task<ScopeFacts?> ResolveAsync(ClaimsPrincipal person) => await Get<ScopeResolver>().ResolveAsync(person, default);
}
