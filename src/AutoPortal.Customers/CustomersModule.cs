using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Card;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Demo;
using AutoPortal.Customers.Domain;
using AutoPortal.Customers.Identify;
using AutoPortal.Customers.List;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
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
        services.AddPermissions<CustomersTexts>(CustomersPermissions.Read, CustomersPermissions.Reveal);
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
        services.AddHandler<SignUpAccepted, RecordSignUp>();
    }
}
