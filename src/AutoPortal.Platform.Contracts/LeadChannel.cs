using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Contracts;

/// <summary>A first-level lead source that a dealer may accept or refuse, declared by the module that knows the sources.</summary>
/// <param name="Code">Such as <c>vertical_media</c>. Source: domain language §4.1.</param>
/// <param name="Texts">Resource class in which <c>source.{code}</c> stands.</param>
public sealed record LeadChannel(string Code, Type Texts);

/// <summary>Registers lead channels.</summary>
public static class LeadChannelSetup
{
    /// <summary>Declares the channels in the order in which they are shown.</summary>
    public static IServiceCollection AddLeadChannels<TTexts>(this IServiceCollection services, IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            services.AddSingleton(new LeadChannel(code, typeof(TTexts)));
        }

        return services;
    }
}
