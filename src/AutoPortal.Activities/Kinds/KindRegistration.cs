using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Activities.Kinds;

/// <summary>How kinds are added; the list of kinds is this registration, nowhere is a switch to extend.</summary>
internal static class KindRegistration
{
    public static IServiceCollection AddActivityKind<TKind>(this IServiceCollection services)
        where TKind : ActivityKind
        => services.AddSingleton<ActivityKind, TKind>();
}
