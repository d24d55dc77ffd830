using AutoPortal.Kernel.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Platform.Exports;

/// <summary>Where finished files are fetched.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(PlatformRoutes.ExportFile, FetchAsync);

    private static async Task<IResult> FetchAsync(HttpContext http, Guid exportId, string? seal, DownloadExport download, FileStore files, CancellationToken ct)
    {
        var outcome = await download.RunAsync(exportId, seal, ct);
        if (!outcome.IsOk)
        {
            return Results.StatusCode(outcome.Refusal == ExportRefusals.HasExpired ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        var (file, name) = outcome.Value;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.FileBytes;
        await files.CopyToAsync(file, http.Response.Body, ct);
        return Results.Empty;
    }
}
