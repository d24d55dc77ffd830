namespace AutoPortal.Web.Hosting;

/// <summary>
/// Headers that hold for every answer. Consumer pages set a stricter policy of their own before this runs out.
/// Scripts and styles come from us alone: neither an inline script nor a style attribute is taken.
/// </summary>
internal static class SecurityHeaders
{
    private const string StaffPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Content-Security-Policy", StaffPolicy);
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
