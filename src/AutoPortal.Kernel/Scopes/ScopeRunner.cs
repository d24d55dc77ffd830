using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Scopes;

/// <summary>Runs work of the house for one tenant in a scope of its own: jobs, handlers, seeds, verbs.</summary>
public sealed class ScopeRunner(IServiceScopeFactory scopes)
{
    /// <summary>Runs <paramref name="work"/> as the house itself.</summary>
    /// <param name="tenantId">The tenant to work for.</param>
    /// <param name="origin">Name of the job or handler, for the audit.</param>
    /// <param name="work">Gets the services of the new scope.</param>
    /// <param name="ct">Cancels the work.</param>
    public Task RunAsync(Guid tenantId, string origin, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken ct)
        => RunAsync(new ScopeFacts(tenantId, "", Reach.System) { Origin = origin, UserName = origin }, work, ct);

    /// <summary>Runs <paramref name="work"/> in the given scope.</summary>
    public async Task RunAsync(ScopeFacts facts, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CurrentScope>().Enter(facts);
        await work(services.ServiceProvider, ct);
    }
}
