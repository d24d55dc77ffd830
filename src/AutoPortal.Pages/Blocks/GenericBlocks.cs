using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks;

/// <summary>One kind that belongs to no other module. Each stands in its block's own folder and is found by itself, so that adding a kind touches that folder alone.</summary>
internal interface IGenericBlock
{
    /// <summary>Its place in the palette: the smaller comes first.</summary>
    int Place { get; }

    void Add(IServiceCollection services);
}

/// <summary>The kinds that belong to no other module.</summary>
internal static class GenericBlocks
{
    public static IServiceCollection AddGenericBlocks(this IServiceCollection services)
    {
        var kinds = typeof(GenericBlocks).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IGenericBlock)))
            .Select(t => (IGenericBlock)Activator.CreateInstance(t)!)
            .OrderBy(k => k.Place);
        foreach (var kind in kinds)
        {
            kind.Add(services);
        }

        services.AddScoped<IFieldChoices, Shared.DrawingChoices>();
        services.AddScoped<IFieldChoices, Shared.SeriesChoices>();
        services.AddScoped<IFieldChoices, DealerList.DealerChoices>();
        services.AddScoped<IFieldChoices, DealerList.PlaceChoices>();
        return services;
    }
}
