using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Modules;

/// <summary>Where the host meets a module.</summary>
public interface IPortalModule
{
    /// <summary>Registers contexts, use cases, handlers, permissions, navigation.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps the module's endpoints; screens are found by their routes.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}

/// <summary>Fills a tenant with a believable demonstration. Writes through the module's own tables; seeds run in order.</summary>
public interface IDemoSeed
{
    /// <summary>Lower runs first: organisation 10, people 20, customers 30, pages 40, activities 50, leads 60.</summary>
    int Order { get; }

    /// <summary>Seeds the tenant of the running scope; does nothing where it was seeded before.</summary>
    Task SeedAsync(CancellationToken ct);
}
