using AutoPortal.Kernel.Scopes;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests;

/// <summary>A member at work: the services of a scope resolved from their sign-in, as a request or circuit has them.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly AsyncServiceScope _services;

    private Visitor(AsyncServiceScope services) => _services = services;

    public static async Task<Visitor> OfAsync(PlatformFixture platform, Member member)
    {
        var services = platform.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Enter((await platform.ResolveAsync(member.Principal))!);
        return new Visitor(services);
    }

    public T Get<T>() where T : notnull => _services.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
