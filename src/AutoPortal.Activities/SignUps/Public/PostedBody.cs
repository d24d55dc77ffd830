using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>
/// Reads the body of a public post. Not by the framework's form reader: it gives up the whole form for one field that is too long or holds a NUL,
/// and the person would get an empty form back.
/// </summary>
internal static class PostedBody
{
    public static async Task<PostedFields> ReadAsync(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        var fields = new PostedFields(maxBytes / 8);
        if (!request.HasFormContentType)
        {
            fields.Refuse(ActivityRefusals.FormIsUnreadable);
            return fields;
        }

        var (body, isWhole) = await ReadSomeAsync(request, maxBytes * 2, fields, ct);
        if (body.Length > maxBytes)
        {
            fields.Refuse(ActivityRefusals.FormIsTooLarge);
        }

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            await ReadPartsAsync(body, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), fields, ct);
        }
        else
        {
            ReadPairs(body, isWhole, fields);
        }

        return fields;
    }

    // A larger body than allowed is read a little further, so that what stands behind an overlong field is kept too.
    private static async Task<(byte[] Body, bool IsWhole)> ReadSomeAsync(HttpRequest request, int mostBytes, PostedFields fields, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await request.Body.ReadAsync(buffer, ct) is > 0 and var count)
            {
                kept.Write(buffer, 0, count);
                if (kept.Length >= mostBytes)
                {
                    return (kept.ToArray(), false);
                }
            }
        }
        catch (BadHttpRequestException)
        {
            fields.Refuse(ActivityRefusals.FormIsUnreadable);
            return (kept.ToArray(), false);
        }

        return (kept.ToArray(), true);
    }

    private static void ReadPairs(byte[] body, bool isWhole, PostedFields fields)
    {
        var pairs = Encoding.UTF8.GetString(body).Split('&');
        var usable = isWhole ? pairs : pairs[..^1];
        foreach (var pair in usable.Where(p => p.Length > 0))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            fields.Add(
                WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]),
                equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]));
        }
    }

    private static async Task ReadPartsAsync(byte[] body, string boundary, PostedFields fields, CancellationToken ct)
    {
        if (boundary.Length is 0 or > 100)
        {
            fields.Refuse(ActivityRefusals.FormIsUnreadable);
            return;
        }

        using var stream = new MemoryStream(body);
        try
        {
            var parts = new MultipartReader(boundary, stream);
            while (await parts.ReadNextSectionAsync(ct) is { } part)
            {
                if (part.AsFormDataSection() is { } field)
                {
                    fields.Add(field.Name, await field.GetValueAsync(ct));
                }
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            // Cut off or malformed from here on; the parts before stand.
            fields.Refuse(ActivityRefusals.FormIsUnreadable);
        }
    }
}
