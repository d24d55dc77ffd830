using Microsoft.AspNetCore.StaticFiles;

namespace AutoPortal.Web.Hosting;

/// <summary>Our own scripts, styles and pictures. Addresses with a version stay for a year; the rest is asked for again.</summary>
internal static class StaticFiles
{
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        ContentTypeProvider = new FileExtensionContentTypeProvider(),
    };
}
