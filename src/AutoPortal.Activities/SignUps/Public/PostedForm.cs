using System.Globalization;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>Reads a public post.</summary>
internal static class PostedForm
{
    private const int MostFields = 64;

    /// <summary>First value of each field; null where the body is no form, or larger than allowed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>?> ReadAsync(HttpContext http, int maxBytes, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > maxBytes)
        {
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes;
        }

        try
        {
            var limits = new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = maxBytes, KeyLengthLimit = 200, BufferBodyLengthLimit = maxBytes, MultipartBodyLengthLimit = maxBytes };
            var form = await new FormFeature(http.Request, limits).ReadFormAsync(ct);
            return form.ToDictionary(f => f.Key, f => f.Value.Count > 0 ? f.Value[0] ?? "" : "", StringComparer.Ordinal);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

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
