using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Clock;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Demo;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Exports;
using AutoPortal.Platform.Exports.Lists;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Imports.Dealers;
using AutoPortal.Platform.Imports.Staff;
using AutoPortal.Platform.Imports.Desk;
using AutoPortal.Platform.Imports.Downloads;
using AutoPortal.Platform.Notices;
using AutoPortal.Platform.Organisation;
using AutoPortal.Platform.People;
using AutoPortal.Platform.Scopes;
using AutoPortal.Platform.Series;
using AutoPortal.Platform.Shell;
using AutoPortal.Platform.SignIn;
using AutoPortal.Platform.Tenants;
using AutoPortal.Ui;
using AutoPortal.Ui.Exports;
using AutoPortal.Ui.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform;

/// <summary>Tenants, organisation, people and their rights, notices, oversight.</summary>
public sealed class PlatformModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        AccountsSchema.Add(services);
        services.AddModuleDb<PlatformDb>(PlatformDb.Schema);
        services.AddPermissions<PlatformTexts>(PlatformPermissions.All);

        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<ITenantDirectory>(provider => provider.GetRequiredService<TenantDirectory>());
        services.AddSingleton<OrganisationMemory>();
        services.AddScoped<OrganisationDirectory>();
        services.AddScoped<IOrganisation>(provider => provider.GetRequiredService<OrganisationDirectory>());
        services.AddScoped<IDealerDirectory>(provider => provider.GetRequiredService<OrganisationDirectory>());
        services.AddScoped<ISeriesCatalogue>(provider => provider.GetRequiredService<OrganisationDirectory>());
        services.AddSingleton<PeopleNames>();
        services.AddScoped<IPeopleDirectory, PeopleDirectory>();
        services.AddScoped<IAdvisorRoster, AdvisorRoster>();

        services.AddSingleton<ScopeResolver>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<MyMemberships>();
        services.AddSingleton<StaffSignIn>();

        services.AddDataProtection().SetApplicationName("AutoPortal");
        services.AddSingleton<KeySeal>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => provider.GetRequiredService<KeyRing>());

        services.AddSingleton<JobRound>();
        services.AddScoped<INotifier, Notifier>();
        services.AddScoped<MyNotices>();
        services.AddScoped<ReadNotices>();
        services.AddScoped<NoticeWords>();
        services.AddScoped<DealerQueries>();
        services.AddScoped<SwitchDealerLeads>();
        services.AddScoped<MoveDealer>();
        AddOrganisation(services);
        services.AddScoped<PeopleQueries>();
        services.AddScoped<LockMember>();
        services.AddScoped<EndSessions>();
        services.AddScoped<SwitchDuty>();
        services.AddScoped<MyDuty>();
        services.AddScoped<SeriesQueries>();
        AddImports(services);
        AddExports(services);
        AddShell(services);

        // Their constructors stay inside: what they are made of is nobody else's business.
        services.AddSingleton<NewAccounts>();
        services.AddSingleton(provider => new CreateTenant(
            provider.GetRequiredService<IDbContextFactory<AccountsDb>>(),
            provider.GetRequiredService<NewAccounts>(),
            provider.GetRequiredService<ILookupNormalizer>(),
            provider.GetRequiredService<TenantDirectory>(),
            provider.GetRequiredService<ScopeRunner>(),
            provider.GetRequiredService<ILiveBus>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DemoTenants(
            provider.GetRequiredService<IDbContextFactory<AccountsDb>>(),
            provider.GetRequiredService<TenantDirectory>(),
            provider.GetRequiredService<ILiveBus>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IDemoSeed, DemoOrganisation>();
        services.AddScoped<IDemoSeed, DemoPeople>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SignInEndpoints.Map(endpoints);
        ImportEndpoints.Map(endpoints);
        ExportEndpoints.Map(endpoints);
    }

    private static void AddOrganisation(IServiceCollection services)
    {
        services.AddScoped<DealerDesk>();
        services.AddScoped<TradeRules>();
        services.AddScoped<FoundDealer>();
        services.AddScoped<EditDealer>();
        services.AddScoped<OpenDealer>();
        services.AddScoped<SuspendDealer>();
        services.AddScoped<LetDealerLeave>();
        services.AddScoped<CallOffMove>();
        services.AddScoped<MoveConsequences>();
        services.AddScoped<StructureQueries>();
        services.AddScoped<EditNode>();
        services.AddScoped<EditBrand>();
        services.AddScoped<EditSeries>();
        services.AddScoped<MemberSeats>();
        services.AddScoped<HireMember>();
        services.AddScoped<EditMember>();
        services.AddScoped<IssuePassword>();
        services.AddScoped<FinishLeavings>();
        services.AddJob<FinishLeavings>("platform.finish_leavings", TimeSpan.FromMinutes(1), (leavings, ct) => leavings.RunAsync(ct));
    }

    private static void AddImports(IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration("Imports").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ImportKinds>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<OrderImport>();
        services.AddScoped<CheckImport>();
        services.AddScoped<SteerImport>();
        services.AddScoped<RunImport>();
        services.AddScoped<ImportQueries>();
        services.AddScoped<ImportSamples>();
        services.AddScoped<ImportTemplate>();
        services.AddScoped<ImportErrors>();
        services.AddScoped<FetchImportFile>();
        services.AddScoped(provider => new ImportFromFile(provider));
        services.AddScoped<DealerCells>();
        services.AddImportKind<DealerFile>();
        services.AddScoped<StaffWords>();
        services.AddScoped<StaffAccounts>();
        services.AddImportKind<StaffFile>();
    }

    private static void AddExports(IServiceCollection services)
    {
        services.AddOptions<ExportOptions>().BindConfiguration("Exports").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ExportLinks>();
        services.AddSingleton<ExportScopes>();
        services.AddScoped<ExportLists>();
        services.AddScoped<ExportCap>();
        services.AddScoped<ExportNotices>();
        services.AddScoped<ExportFile>();
        services.AddScoped<ExportLease>();
        services.AddScoped<OrderExport>();
        services.AddScoped<DecideExport>();
        services.AddScoped<CancelExport>();
        services.AddScoped<SetExportRules>();
        services.AddScoped<RunExport>();
        services.AddScoped<DownloadExport>();
        services.AddScoped<ExportQueries>();
        services.AddScoped<IExportDesk, ExportDesk>();
        services.AddScoped<ExpireExports>();
        services.AddJob<ExpireExports>("platform.expire_exports", TimeSpan.FromMinutes(15), (exports, ct) => exports.RunAsync(ct));
        services.AddNotices<PlatformTexts>(ExportNotices.Asked, ExportNotices.Ready, ExportNotices.Refused, ExportNotices.Failed, ExportNotices.HeldBack);
        services.AddExportList<DealerExport>();
        services.AddExportList<PeopleExport>();
        services.AddExportList<SeriesExport>();
        services.AddExportList<AuditExport>();
        services.AddExportList<ImportExport>();
    }

    private static void AddShell(IServiceCollection services)
    {
        services.AddScoped<IShellUser, ShellUser>();
        services.Configure<ShellOptions>(shell => shell.SignOutPath = PlatformRoutes.SignOut);
        services.AddShellSlot(ShellSlot.Banner, typeof(SignInWatch));
        services.AddShellSlot(ShellSlot.ScopeSwitcher, typeof(ScopeSwitcher));
        services.AddShellSlot(ShellSlot.Bell, typeof(NotificationBell));
        services.AddShellSlot(ShellSlot.PersonMenu, typeof(DutySwitch));
        services.AddNav(
            new NavEntry(NavGroups.House, "nav.org", PlatformRoutes.Organisation, "org", PlatformPermissions.OrganisationRead, 10, typeof(PlatformTexts)),
            new NavEntry(NavGroups.House, "nav.people", PlatformRoutes.People, "users", PlatformPermissions.PeopleRead, 20, typeof(PlatformTexts)),
            new NavEntry(NavGroups.House, "nav.series", PlatformRoutes.Series, "car", PlatformPermissions.SeriesRead, 30, typeof(PlatformTexts)),
            new NavEntry(NavGroups.House, "nav.imports", PlatformRoutes.Imports, "upload", PlatformPermissions.Imports, 35, typeof(PlatformTexts)),
            new NavEntry(NavGroups.House, "nav.exports", PlatformRoutes.Exports, "download", null, 36, typeof(PlatformTexts)),
            new NavEntry(NavGroups.House, "nav.audit", PlatformRoutes.Audit, "audit", PlatformPermissions.Audit, 40, typeof(PlatformTexts)),
            new NavEntry(NavGroups.House, "nav.dead_letters", PlatformRoutes.DeadLetters, "dead-letter", PlatformPermissions.DeadLettersManage, 50, typeof(PlatformTexts)));
    }
}
