using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Web.Tests;

/// <summary>One way into the program.</summary>
public sealed record Route(string Method, string Pattern)
{
    /// <summary>The address with every parameter filled.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values)
        => Regex.Replace(Pattern, @"\{\*{0,2}(?<name>\w+)[^}]*\}", m => Uri.EscapeDataString(values.GetValueOrDefault(m.Groups["name"].Value, values.GetValueOrDefault("id", "x"))), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public string WithIds(Guid id) => Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString(), ["tenant"] = "beichen", ["slug"] = "x" });
}

public static class Routes
{
    // Files and the framework's own transport: no tenant's data passes without a circuit's scope.
    private static readonly string[] Transport = ["/_blazor", "/_framework", "/{**", "/healthz"];

    public static IReadOnlyList<Route> Of(WebApplication app)
        => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m is not ("HEAD" or "OPTIONS")).Select(m => new Route(m, "/" + e.RoutePattern.RawText!.TrimStart('/'))))
            .Where(r => !Array.Exists(Transport, r.Pattern.StartsWith))
            .Distinct().OrderBy(r => r.Pattern, StringComparer.Ordinal)];

}
