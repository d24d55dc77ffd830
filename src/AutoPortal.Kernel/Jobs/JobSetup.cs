using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Jobs;

/// <summary>Registers jobs.</summary>
public static class JobSetup
{
    /// <summary>Lets the clock call a use case; serving nodes run it, verbs never do.</summary>
    public static IServiceCollection AddJob<TUseCase>(this IServiceCollection services, string name, TimeSpan every, Func<TUseCase, CancellationToken, Task<bool>> runAsync)
        where TUseCase : notnull
        => services.AddSingleton(new JobEntry(name, every, (own, ct) => runAsync(own.GetRequiredService<TUseCase>(), ct)));
}
