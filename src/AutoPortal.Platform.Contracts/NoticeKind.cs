using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Contracts;

/// <summary>A kind of notice, declared by the module that sends it.</summary>
/// <param name="Code">Such as <c>leads.assigned</c>.</param>
/// <param name="Texts">Resource class in which <c>notice.{code}</c> stands, with placeholders for the values.</param>
public sealed record NoticeKind(string Code, Type Texts);

/// <summary>Registers kinds of notices.</summary>
public static class NoticeSetup
{
    /// <summary>Declares what the module may tell people; each reader gets the words in their own language.</summary>
    public static IServiceCollection AddNotices<TTexts>(this IServiceCollection services, params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            services.AddSingleton(new NoticeKind(code, typeof(TTexts)));
        }

        return services;
    }
}
