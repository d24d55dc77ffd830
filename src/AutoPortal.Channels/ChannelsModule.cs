using AutoPortal.Channels.Captured;
using AutoPortal.Channels.Codes;
using AutoPortal.Channels.Contracts;
using AutoPortal.Channels.Data;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoPortal.Channels;

/// <summary>Where the host meets Channels.</summary>
public sealed class ChannelsModule : IPortalModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ChannelsDb>(ChannelsDb.Schema);
        services.AddOptions<ChannelsOptions>().BindConfiguration("Channels").ValidateDataAnnotations().ValidateOnStart();
        services.AddLocalization();
        services.AddSingleton<CodeSettings>();
        services.AddScoped<IMessageSender, CaptureMessages>();
        services.AddScoped<IPhoneCodes, PhoneCodes>();
        services.AddScoped<CapturedQueries>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // The outbox shows codes to whoever asks: it must not exist where real people sign up.
        if (endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            OutboxEndpoints.Map(endpoints);
        }
    }
}
