using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AutoPortal.Pages.Public;

/// <summary>A component as a whole HTML answer, in its own language and with the headers of the consumer face.</summary>
internal sealed class PublicDocument<T>(string language, Dictionary<string, object?> parameters, int statusCode = StatusCodes.Status200OK) : IResult
    where T : IComponent
{
    private readonly RazorComponentResult<T> _drawn = new(parameters) { StatusCode = statusCode, PreventStreamingRendering = true };

    public string? ETag { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Set here and not in the endpoint: what an async method does to the culture ends with it, and drawing comes after.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        PublicHeaders.Write(httpContext.Response.Headers);
        if (ETag is not null)
        {
            httpContext.Response.Headers.ETag = ETag;
        }

        await _drawn.ExecuteAsync(httpContext);
    }
}
