using AutoPortal.Kernel.Files;
using AutoPortal.Pages.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Pages.Media;

/// <summary>Gives uploaded pictures to everybody. An address never changes what it means, so a phone may keep it for ever.</summary>
internal static class MediaEndpoint
{
    /// <summary>Below <c>/{tenant}</c>.</summary>
    public const string Pattern = "/media/{name}";

    private const string Forever = "public, max-age=31536000, immutable";

    public static async Task<IResult> GetAsync(string name, HttpContext http, IDbContextFactory<PagesDb> dbs, FileStore files, CancellationToken ct)
    {
        if (MediaAddress.ReadAny($"/{http.Request.RouteValues["tenant"]}/media/{name}") is not ({ } address, var width))
        {
            return Results.NotFound();
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.MediaPictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == address.Id && p.Width == address.Width && p.Height == address.Height, ct) is not { } picture
            || picture.FileOf(width) is not { } sha256
            || await files.FindAsync(sha256, ct) is not { } file)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.CacheControl = Forever;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var tag = new EntityTagHeaderValue($"\"{sha256[..32]}\"");
        headers.ETag = tag.ToString();
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        http.Response.ContentLength = file.FileBytes;
        return HttpMethods.IsHead(http.Request.Method)
            ? Results.Bytes([], "image/webp")
            : Results.Stream(target => files.CopyToAsync(file, target, http.RequestAborted), "image/webp");
    }
}
