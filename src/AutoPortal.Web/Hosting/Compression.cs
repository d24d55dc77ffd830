using System.IO.Compression;
using AutoPortal.Pages.Public;
using Microsoft.AspNetCore.ResponseCompression;

namespace AutoPortal.Web.Hosting;

/// <summary>
/// Compresses what is the same for everybody and nothing else: assets, and answers that may be cached. Over TLS the length of a compressed
/// answer tells about its content, so whatever holds a token or a person's words is left as it is.
/// </summary>
internal static class Compression
{
    public static IServiceCollection AddPublicCompression(this IServiceCollection services)
        => services
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
            .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal)
            .AddResponseCompression(compression =>
            {
                compression.EnableForHttps = true;
                compression.Providers.Add<BrotliCompressionProvider>();
                compression.Providers.Add<GzipCompressionProvider>();
                compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
            });

    public static IApplicationBuilder UseAssetCompression(this IApplicationBuilder app)
        => app.UseWhen(http => http.Request.Path.StartsWithSegments("/assets"), assets => assets.UseResponseCompression());

    /// <summary>Stands behind the drawn pages, so that a page is compressed once and kept so.</summary>
    public static IApplicationBuilder UsePageCompression(this IApplicationBuilder app)
        => app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<SameForEverybody>() is not null, pages => pages.UseResponseCompression());
}
