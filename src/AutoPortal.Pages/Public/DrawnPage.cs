using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Pages.Public;

/// <summary>A whole answer, drawn and compressed once and given to every stranger.</summary>
internal sealed class DrawnPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly byte[] _body;
    private readonly EntityTagHeaderValue? _tag;

    private DrawnPage(IHeaderDictionary headers, byte[] body)
    {
        _headers = [.. headers.Where(h => !IsOfOneAnswer(h.Key))];
        _body = body;
        _ = EntityTagHeaderValue.TryParse(headers.ETag.ToString(), out _tag);
    }

    /// <summary>Memory that it takes.</summary>
    public int Bytes => _body.Length;

    /// <summary>What was answered, where it may be given to others, too: whole pages without a cookie.</summary>
    public static DrawnPage? Of(HttpResponse response, MemoryStream body)
        => response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0
            ? new DrawnPage(response.Headers, body.ToArray())
            : null;

    /// <summary>Gives it as the answer, or says that the phone has it already.</summary>
    public async ValueTask AnswerAsync(HttpContext http)
    {
        var response = http.Response;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (IsKnownTo(http.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = response.Headers.ContentEncoding = StringValues.Empty;
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = _body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(_body, http.RequestAborted);
        }
    }

    private bool IsKnownTo(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        return known.Count > 0 && _tag is not null && EntityTagHeaderValue.TryParseList(known, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(_tag, useStrongComparison: false));
    }

    private static bool IsOfOneAnswer(string header)
        => header.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase)
            || header.Equals(HeaderNames.TransferEncoding, StringComparison.OrdinalIgnoreCase)
            || header.Equals(HeaderNames.Connection, StringComparison.OrdinalIgnoreCase)
            || header.Equals(HeaderNames.Date, StringComparison.OrdinalIgnoreCase);
}
