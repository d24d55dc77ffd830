using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Tenancy;

/// <summary>What may stand as a tenant in an address: <c>{tenant:tenant}</c>. Words that the house needs for itself are no tenants.</summary>
public sealed partial class TenantRouteConstraint : IRouteConstraint
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "app", "api", "dev", "healthz", "inbound", "openapi", "signin", "signout", "assets", "_framework", "_blazor", "_content",
    };

    /// <summary>Whether a new tenant may take this identifier.</summary>
    public static bool IsIdentifier(string? word) => word is not null && Shape().IsMatch(word) && !Reserved.Contains(word);

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
        => values.TryGetValue(routeKey, out var value) && IsIdentifier(value as string);

    [GeneratedRegex("^[a-z][a-z0-9-]{2,30}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

/// <summary>Registers the constraint.</summary>
public static class TenantRoutes
{
    /// <summary>Makes <c>{tenant:tenant}</c> known to routing; may be called by every module that maps public endpoints.</summary>
    public static IServiceCollection AddTenantRoutes(this IServiceCollection services)
        => services.AddRouting(routing => routing.SetParameterPolicy<TenantRouteConstraint>("tenant"));
}
