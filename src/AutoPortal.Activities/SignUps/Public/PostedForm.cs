using System.Globalization;
using System.Text.RegularExpressions;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Http;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>Where a public post comes from, and how it wants its answer.</summary>
internal static partial class PostedForm
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

    /// <summary>The page that a form stands on as it says itself, such as <c>p/owners</c>; the activity's own where it says nothing usable.</summary>
    public static (string Kind, string Slug) PageOf(string? said, string activitySlug)
        => said is not null && PageShape().IsMatch(said) && said.Split('/') is [var kind, var slug] ? (kind, slug) : (PagePaths.Activity, activitySlug);

    /// <summary>Its address.</summary>
    public static string PagePath(CurrentScope scope, (string Kind, string Slug) page) => $"/{scope.TenantIdentifier}/{page.Kind}/{page.Slug}";

    [GeneratedRegex("^[ap]/[a-z0-9][a-z0-9-]{0,62}\\z", RegexOptions.None, 1000)]
    private static partial Regex PageShape();
}
