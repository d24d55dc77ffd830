using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Imports.Upload;

/// <summary>Takes a file from the upload form, sent by its script, which wants JSON, or by the browser alone.</summary>
internal static class ReceiveUpload
{
    public static async Task<IResult> RunAsync(HttpContext http, OrderImport order, IStringLocalizerFactory texts, IOptions<ImportOptions> options, CancellationToken ct)
    {
        var kind = "";
        try
        {
            // Beyond some kilobytes a form's file stands on the disk, not in memory.
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = options.Value.MaxRequestBytes }));
            var form = await http.Request.ReadFormAsync(ct);
            kind = form["kind"].ToString();
            if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                return Answer(http, texts, kind, ImportRefusals.FormExpired);
            }

            if (form.Files is not [var file, ..] || file.Length == 0)
            {
                return Answer(http, texts, kind, ImportRefusals.FileIsMissing);
            }

            await using var content = file.OpenReadStream();
            return Answer(http, texts, kind, await order.RunAsync(kind, content, file.FileName, ct));
        }
        catch (Exception tooLarge) when (tooLarge is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return Answer(http, texts, kind, ImportRefusals.FileIsTooLarge(options.Value.MaxFileMegabytes));
        }
    }

    private static IResult Answer(HttpContext http, IStringLocalizerFactory texts, string kind, Outcome<Guid> ordered)
    {
        var isByScript = http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (ordered.IsOk)
        {
            var address = PlatformRoutes.ImportOf(ordered.Value);
            return isByScript ? Results.Json(new { address }) : Results.LocalRedirect(address);
        }

        var words = ImportWords.Of(texts, ordered.Refusal.Code, ordered.Refusal.Details);
        return isByScript
            ? Results.Json(new { words }, statusCode: StatusOf(ordered.Refusal))
            : new RazorComponentResult<UploadRefused>(new { Words = words, Kind = kind }) { StatusCode = StatusOf(ordered.Refusal), PreventStreamingRendering = true };
    }

    // The words are for the person, the number for whoever watches the traffic.
    private static int StatusOf(Refusal refusal)
        => refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden
            : refusal == ImportRefusals.FormExpired ? StatusCodes.Status400BadRequest
            : refusal.Code == ImportRefusals.FileIsTooLarge(0).Code ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status422UnprocessableEntity;
}
