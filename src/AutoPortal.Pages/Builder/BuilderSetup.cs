using AutoPortal.Pages.Builder.Canvas;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Builder.Session;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Builder;

/// <summary>The page builder's services and endpoints.</summary>
internal static class BuilderSetup
{
    public static void AddPageBuilder(this IServiceCollection services)
    {
        services.AddSingleton<DraftShelf>();
        services.AddScoped<Drafts>();
        services.AddScoped<ReadDraft>();
        services.AddScoped<EditPage>();
        services.AddScoped<StepBack>();
        services.AddScoped<UndoPageEdit>();
        services.AddScoped<RedoPageEdit>();
        services.AddScoped<DraftActs>();
        services.AddScoped<CanvasPainter>();
        services.AddSingleton<IntentReader>();
        services.AddTransient<BuilderSession>();
        services.AddTransient<Peers>();
        services.AddSingleton<Inspector.FieldsOfKinds>();
        services.AddScoped<Inspector.BlockWords>();
        services.AddScoped<Screen.BuilderEnd>();
    }

    public static void MapPageBuilder(this IEndpointRouteBuilder endpoints) => CanvasEndpoint.Map(endpoints);
}
