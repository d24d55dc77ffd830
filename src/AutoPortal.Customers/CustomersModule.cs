using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Behaviour.Figures;
using AutoPortal.Customers.Behaviour.Keep;
using AutoPortal.Customers.Behaviour.Quarantine;
using AutoPortal.Customers.Behaviour.Visitors;
using AutoPortal.Customers.Card;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Demo;
using AutoPortal.Customers.Domain;
using AutoPortal.Customers.Identify;
using AutoPortal.Customers.List;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Customers;

/// <summary>Where the host meets Customers.</summary>
public sealed class CustomersModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<CustomersDb>(CustomersDb.Schema);
        services.AddLocalization();
        services.AddPermissions<CustomersTexts>(CustomersPermissions.Read, CustomersPermissions.Reveal, CustomersPermissions.ManageEvents);
        services.AddScoped<NameTokens>();
        services.AddScoped<CustomerWriter>();
        services.AddScoped<Candidates>();
        services.AddScoped<ICustomerDirectory, CustomerDirectory>();
        services.AddScoped<IPersonDirectory, PersonDirectory>();
        services.AddScoped<CustomerQueries>();
        services.AddExportList<CustomerExport>();
        services.AddScoped<CardQueries>();
        services.AddScoped<RevealPhone>();
        services.AddNav(new NavEntry(NavGroups.Identify, "nav.customers", CustomersRoutes.List, "customers", CustomersPermissions.Read, 10, typeof(CustomersTexts)));
        services.AddScoped<RebuildCustomers>();
        services.AddScoped<ISignedUpHistory, SignedUpHistory>();
        services.AddScoped<IDemoSeed, DemoCustomers>();
        services.AddScoped<IDemoSeed, DemoTraffic>();
        services.AddHandler<SignUpAccepted, RecordSignUp>();
        AddBehaviour(services);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => CollectEndpoint.Map(endpoints);

    private static void AddBehaviour(IServiceCollection services)
    {
        services.AddOptions<CustomersOptions>().BindConfiguration("Customers").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KnownShapes>();
        services.AddSingleton<KnownSchemas>();
        services.AddSingleton<CollectLimits>();
        services.AddSingleton<EventLanes>();
        services.AddScoped<EventCheck>();
        services.AddScoped<StoreEvents>();
        services.AddScoped<IPageTraffic, PageTrafficQueries>();
        services.AddScoped<RebuildTraffic>();
        services.AddScoped<QuarantineQueries>();
        services.AddScoped<DeclareEvent>();
        services.AddScoped<ReplayQuarantine>();
        services.AddScoped<DiscardQuarantine>();
        services.AddScoped<LinkVisitors>();
        services.AddScoped<KeepEvents>();
        services.AddNav(new NavEntry(NavGroups.Identify, "nav.events", CustomersRoutes.Events, "inbox", CustomersPermissions.ManageEvents, 20, typeof(CustomersTexts)));
        services.AddJob<KeepEvents>("customers.keep_events", TimeSpan.FromHours(1), (keep, ct) => keep.RunAsync(ct));
    }
}
