using System.Text.Encodings.Web;
using System.Text.Unicode;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Tenancy;
using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Demo;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Public;
using AutoPortal.Pages.Publish;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages;

/// <summary>Where the host meets the module. The host puts <c>UseDrawnPages</c> before everything else.</summary>
public sealed class PagesModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PagesOptions>().BindConfiguration("Pages").ValidateDataAnnotations().ValidateOnStart();
        services.AddLocalization();
        services.AddTenantRoutes();
        services.AddModuleDb<PagesDb>(PagesDb.Schema);
        services.AddPermissions<PagesTexts>(PagesPermissions.All);

        services.AddSingleton<PageGenerations>();
        services.AddSingleton<PageShelf>();
        services.AddHostedService<ForgetPublishedPages>();

        services.AddGenericBlocks();
        services.AddSingleton<BlockCatalog>();
        services.AddSingleton<PublicAssets>();
        services.AddSingleton<PagesMetrics>();
        services.AddRazorComponents();
        // The default writes each Chinese sign as eight ASCII ones, which makes a page half as large again.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped<IPublicPages, PublicPages>();

        services.AddScoped<CreatePage>();
        services.AddScoped<PublishPage>();
        services.AddScoped<WithdrawPage>();
        services.AddScoped<IPagePublishing, PagePublishing>();
        services.AddScoped<IPageDirectory, PageDirectory>();
        services.AddScoped<IDemoSeed, DemoPrivacyPage>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => PublicEndpoints.Map(endpoints);
}
