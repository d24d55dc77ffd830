using System.Globalization;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Http;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>Where a public post comes from, and how it wants its answer.</summary>
internal static class PostedForm
{
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
