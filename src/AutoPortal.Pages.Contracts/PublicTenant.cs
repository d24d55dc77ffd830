using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Contracts;

/// <summary>The edge of the consumer face: everything below <c>/{tenant}</c> knows its tenant, or is 404 before anything is drawn.</summary>
public static class PublicTenant
{
    private static readonly object Found = new();

    /// <summary>A group for public endpoints of any module; it enters the consumer's scope and asks for no antiforgery token.</summary>
    public static RouteGroupBuilder MapPublicTenant(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/{tenant:tenant}").DisableAntiforgery();
        group.AddEndpointFilter(EnterAsync);
        return group;
    }

    /// <summary>The tenant of a public request.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not stand in the group.</exception>
    public static TenantFacts Of(HttpContext http)
        => http.Items[Found] as TenantFacts ?? throw new InvalidOperationException("The endpoint is not mapped by MapPublicTenant.");

    /// <summary>Finds the tenant of the address, once per request; null for unknown and suspended ones.</summary>
    public static async ValueTask<TenantFacts?> FindAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Items.TryGetValue(Found, out var known))
        {
            return known as TenantFacts;
        }

        var tenant = http.GetRouteValue("tenant") is string identifier
            ? await http.RequestServices.GetRequiredService<ITenantDirectory>().FindAsync(identifier, ct)
            : null;
        tenant = tenant is { IsSuspended: false } ? tenant : null;
        http.Items[Found] = tenant;
        return tenant;
    }

    private static async ValueTask<object?> EnterAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (await FindAsync(http, http.RequestAborted) is not { } tenant)
        {
            return http.RequestServices.GetRequiredService<IPublicPages>().NotFound(http);
        }

        http.RequestServices.GetRequiredService<CurrentScope>().Enter(new ScopeFacts(tenant.Id, tenant.Identifier, Reach.Consumer)
        {
            Origin = http.Connection.RemoteIpAddress?.ToString() ?? "",
        });
        return await next(call);
    }
}
