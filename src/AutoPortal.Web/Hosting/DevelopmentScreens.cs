using AutoPortal.Ui;

namespace AutoPortal.Web.Hosting;

/// <summary>Screens for builders, under <c>/app/design</c> and <c>/dev</c>: outside development they do not exist.</summary>
internal static class DevelopmentScreens
{
    private static readonly string[] Prefixes = ["/app/design", "/dev/"];

    public static TBuilder HideDevelopmentScreens<TBuilder>(this TBuilder endpoints, IWebHostEnvironment environment) where TBuilder : IEndpointConventionBuilder
    {
        if (!environment.IsDevelopment())
        {
            endpoints.Add(endpoint =>
            {
                if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && Array.Exists(Prefixes, p => ("/" + route.TrimStart('/')).StartsWith(p, StringComparison.Ordinal)))
                {
                    endpoint.RequestDelegate = http =>
                    {
                        http.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                    };
                }
            });
        }

        return endpoints;
    }
}
