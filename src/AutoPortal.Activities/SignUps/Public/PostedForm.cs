using System.Globalization;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Http;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>Where a public post comes from, and how it wants its answer.</summary>
internal static class PostedForm
{
    /// <summary>A page of another site must not post for a visitor. Programs send neither header: they carry nobody's rights, and stamp and code still stand in their way.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    public static bool WantsJson(HttpRequest request)
        => request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }, ..];

    /// <summary>Words of this request, the message to the phone too, come in the page's language.</summary>
    public static string SpeakItsLanguage(HttpContext http)
    {
        var language = PageLanguages.Of(http.Request.Query["lang"]);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return language;
    }

    /// <summary>Address of the page that was posted from.</summary>
    public static string PagePath(CurrentScope scope, string slug) => $"/{scope.TenantIdentifier}/{PagePaths.Activity}/{slug}";
}
