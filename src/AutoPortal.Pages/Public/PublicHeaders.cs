using Microsoft.AspNetCore.Http;

namespace AutoPortal.Pages.Public;

/// <summary>What every consumer page tells the browser: only our own files, nothing inline, no frame but our own builder's.</summary>
internal static class PublicHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        // Kept by the phone, but asked about each time: a publication must be seen at once.
        headers.CacheControl = "no-cache";
    }
}
