using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AutoPortal.Bench.Portal;

/// <summary>Sends files as the form for imports does, also those that its script would not.</summary>
internal sealed partial class UploadForm(string address, string cookies)
{
    /// <returns>The address of the run, or the words of the refusal.</returns>
    public async Task<(string? Run, string Words)> SendAsync(string kind, string path, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromMinutes(5) };
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"{address}/app/imports?new={kind}");
        ask.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var page = await http.SendAsync(ask, ct);
        var token = Token().Match(await page.Content.ReadAsStringAsync(ct)).Groups["token"].Value;
        // The form's token belongs to a cookie that came with it.
        var given = page.Headers.TryGetValues("Set-Cookie", out var set) ? "; " + string.Join("; ", set.Select(c => c.Split(';')[0])) : "";

        await using var content = File.OpenRead(path);
        using var file = new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var words = new StringContent(kind);
        using var seal = new StringContent(token);
        using var form = new MultipartFormDataContent { { words, "kind" }, { seal, "__RequestVerificationToken" }, { file, "file", Path.GetFileName(path) } };
        using var post = new HttpRequestMessage(HttpMethod.Post, $"{address}/app/imports/upload") { Content = form };
        post.Headers.TryAddWithoutValidation("Cookie", cookies + given);
        post.Headers.Accept.ParseAdd("application/json");
        post.Headers.ExpectContinue = true;
        try
        {
            using var answer = await http.SendAsync(post, ct);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            return json.RootElement.TryGetProperty("address", out var run) ? (run.GetString(), "") : (null, json.RootElement.GetProperty("words").GetString()!);
        }
        catch (HttpRequestException cut)
        {
            return (null, $"the connection was closed: {cut.HttpRequestError}");
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
