using System.Text.Encodings.Web;
using System.Text.Unicode;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Kernel.Tenancy;
using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Builder;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Demo;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Library;
using AutoPortal.Pages.Masters;
using AutoPortal.Pages.Masters.Copies;
using AutoPortal.Pages.Lint;
using AutoPortal.Pages.Lint.Rules;
using AutoPortal.Pages.Lint.Weight;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Preview;
using AutoPortal.Pages.Public;
using AutoPortal.Pages.Publish;
using AutoPortal.Pages.Themes;
using AutoPortal.Pages.Traffic;
using AutoPortal.Pages.Versions;
using AutoPortal.Platform.Contracts;
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
        services.AddMedia();
        services.AddSingleton<PublicAssets>();
        services.AddSingleton<PagesMetrics>();
        services.AddRazorComponents();
        // The default writes each Chinese sign as eight ASCII ones, which makes a page half as large again.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<PageViews>();
        services.AddScoped<IPublicPages, PublicPages>();
        services.AddSingleton<IPublicLooks, PublicLooks>();
        services.AddScoped<CreatePreview>();
        services.AddScoped<RevokePreview>();

        services.AddPageBuilder();

        services.AddScoped<CreatePage>();
        services.AddScoped<PublishPage>();
        services.AddScoped<WithdrawPage>();
        services.AddScoped<SubmitPage>();
        services.AddScoped<DecideRelease>();
        services.AddNotices<PagesTexts>(TellSubmitters.Approved, TellSubmitters.Scheduled, TellSubmitters.Rejected);
        services.AddHandler<PageDecided, TellSubmitters>();
        services.AddScoped<MovePagesOn>();
        services.AddJob<MovePagesOn>("pages.move_on", TimeSpan.FromSeconds(15), (moves, ct) => moves.RunAsync(ct));
        services.AddScoped<RollBackPage>();
        services.AddScoped<RestoreVersion>();
        services.AddScoped<VersionQueries>();
        services.AddScoped<PageQueries>();
        services.AddScoped<MasterQueries>();
        services.AddScoped<OfferMaster>();
        services.AddScoped<AdaptMaster>();
        services.AddScoped<SettleConflict>();
        services.AddScoped<CopyQueries>();
        services.AddScoped<OrderCopies>();
        services.AddScoped<CancelCopies>();
        services.AddScoped<MakeCopies>();
        services.AddJob<MakeCopies>("pages.copies", TimeSpan.FromSeconds(3), (copies, ct) => copies.RunAsync(ct));
        services.AddScoped<RemergeCopies>();
        services.AddJob<RemergeCopies>("pages.remerge", TimeSpan.FromSeconds(5), (copies, ct) => copies.RunAsync(ct));
        services.AddScoped<ArrangePage>();
        services.AddScoped<ClonePage>();
        services.AddNav(new NavEntry(NavGroups.Build, "nav.pages", PagesRoutes.Library, "pages", PagesPermissions.Read, 10, typeof(PagesTexts)));
        services.AddScoped<PageLinter>();
        services.AddScoped<ILintRule, RequiredPartsRule>();
        services.AddScoped<ILintRule, PictureRule>();
        services.AddScoped<ILintRule, LinkRule>();
        services.AddScoped<ILintRule, WordsRule>();
        services.AddScoped<ILintRule, LookRule>();
        services.AddScoped<PageScale>();
        services.AddScoped<ILintRule, WeightRule>();
        services.AddScoped<IPagePublishing, PagePublishing>();
        services.AddScoped<IPageDirectory, PageDirectory>();
        services.AddScoped<IPageShapes, PageShapes>();
        services.AddScoped<TrafficQueries>();
        services.AddScoped<IDemoSeed, DemoPrivacyPage>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PublicEndpoints.Map(endpoints);
        PreviewEndpoints.Map(endpoints);
        LookEndpoints.Map(endpoints);
        endpoints.MapPageBuilder();
    }
}
