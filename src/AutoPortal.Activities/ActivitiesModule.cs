using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Demo;
using AutoPortal.Activities.List;
using AutoPortal.Activities.Move;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Activities.SignUps.History;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Navigation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Activities;

/// <summary>Where the host meets Activities.</summary>
public sealed class ActivitiesModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ActivitiesDb>(ActivitiesDb.Schema);
        services.AddOptions<ActivitiesOptions>().BindConfiguration("Activities").ValidateDataAnnotations().ValidateOnStart();
        services.AddLocalization();
        services.AddDataProtection();
        services.AddPermissions<ActivitiesTexts>(ActivitiesPermissions.Read, ActivitiesPermissions.Manage);
        services.AddBlock<SignUpFormBlock, SignUpFormView>(SignUpFormBlock.Kind);
        services.AddSingleton<FormSeals>();
        services.AddSingleton<PostLimits>();
        services.AddScoped<ActivityOffer>();
        services.AddWebEncoders();
        services.AddSingleton<KnownChoices>();
        services.AddScoped<SignUpForms>();
        services.AddScoped<SendSignUpCode>();
        services.AddSingleton<SignUpLanes>();
        services.AddScoped<StoreSignUps>();
        services.AddScoped<AcceptSignUp>();
        services.AddScoped<ActivityQueries>();
        services.AddExportList<ActivityExport>();
        services.AddExportList<SignUpExport>();
        services.AddScoped<MoveActivity>();
        services.AddScoped<MoveActivitiesOn>();
        services.AddJob<MoveActivitiesOn>("activities.move_on", TimeSpan.FromSeconds(15), (moves, ct) => moves.RunAsync(ct));
        services.AddNav(new NavEntry(NavGroups.Reach, "nav.activities", ActivitiesRoutes.List, "activity", ActivitiesPermissions.Read, 10, typeof(ActivitiesTexts)));
        services.AddScoped<ISignUpHistory, SignUpHistory>();
        services.AddScoped<DemoTools>();
        services.AddScoped<DemoActivityPages>();
        services.AddScoped<IDemoSeed, DemoActivities>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => SignUpEndpoints.Map(endpoints);
}
