using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Imports.Upload;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Imports.Downloads;

/// <summary>What goes past the circuit: files on their way in and out.</summary>
internal static class ImportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var limit = endpoints.ServiceProvider.GetRequiredService<IOptions<ImportOptions>>().Value.MaxRequestBytes;
        // The upload checks antiforgery itself, so that an expired form is answered with words.
        endpoints.MapPost(PlatformRoutes.ImportUpload, ReceiveUpload.RunAsync).RequireAuthorization().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(limit));
        endpoints.MapGet(PlatformRoutes.ImportTemplate, TemplateAsync).RequireAuthorization();
        endpoints.MapGet(PlatformRoutes.ImportErrors, ErrorsAsync).RequireAuthorization();
        endpoints.MapGet(PlatformRoutes.ImportFile, FileAsync).RequireAuthorization();
    }

    private static async Task<IResult> TemplateAsync(string kind, ImportTemplate template, CancellationToken ct) => Answer(await template.MakeAsync(kind, ct));

    private static async Task<IResult> ErrorsAsync(Guid id, ImportErrors errors, CancellationToken ct) => Answer(await errors.MakeAsync(id, ct));

    private static async Task<IResult> FileAsync(Guid id, FetchImportFile fetch, CancellationToken ct) => Answer(await fetch.RunAsync(id, ct));

    private static IResult Answer(Outcome<NamedFile> made)
        => made.IsOk ? Results.Stream(made.Value.Content, made.Value.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? Workbook : "application/octet-stream", made.Value.Name)
            : made.Refusal == Refusal.NotAllowed ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : Results.NotFound();
}

/// <summary>A file to be sent, from its beginning; closed by who sends it.</summary>
internal sealed record NamedFile(Stream Content, string Name);
