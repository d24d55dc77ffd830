using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Activities.Consumer;

/// <summary>Draws consumer pages as whole answers, with the headers of the consumer face.</summary>
internal sealed class ConsumerDrawing(IServiceProvider services, ILoggerFactory logs)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public async Task<byte[]> DrawAsync<TView>(string language, object view)
        where TView : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TView>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view }))).ToHtmlString());
        return Encoding.UTF8.GetBytes(html);
    }

    /// <summary>What is one person's own is kept nowhere; what is everybody's is asked about each time.</summary>
    public static IResult Answer(HttpContext http, byte[] page, bool isPersonal, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.CacheControl = isPersonal ? "no-store, private" : "no-cache";
        headers.Vary = "Cookie";
        http.Response.StatusCode = status;
        return Results.Bytes(page, "text/html; charset=utf-8");
    }
}
