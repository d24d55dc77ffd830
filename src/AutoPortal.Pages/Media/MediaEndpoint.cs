using AutoPortal.Kernel.Files;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Media.Films;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Pages.Media;

/// <summary>Gives uploaded pictures and films to everybody. An address never changes what it means, so a phone may keep it for ever.</summary>
internal static class MediaEndpoint
{
    /// <summary>Below <c>/{tenant}</c>.</summary>
    public const string Pattern = "/media/{name}";

    private const string Forever = "public, max-age=31536000, immutable";

    public static async Task<IResult> GetAsync(string name, HttpContext http, IDbContextFactory<PagesDb> dbs, FileStore files, CancellationToken ct)
    {
        var path = $"/{http.Request.RouteValues["tenant"]}/media/{name}";
        if (FilmAddress.Read(path) is { } film)
        {
            return await FilmEndpoint.GetAsync(film, http, dbs, files, ct);
        }

        if (MediaAddress.ReadAny(path) is not ({ } address, var width))
        {
            return Results.NotFound();
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.MediaPictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == address.Id && p.FilmType == null && p.Width == address.Width && p.Height == address.Height, ct) is not { } picture
            || picture.FileOf(width) is not { } sha256
            || await files.FindAsync(sha256, ct) is not { } file)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        Say(headers);
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

    /// <summary>What is said of every file: keep it, believe its type, run nothing in it.</summary>
    public static void Say(IHeaderDictionary headers)
    {
        headers.CacheControl = Forever;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }
}
