using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace AutoPortal.E2E;

/// <summary>A consumer without a browser: the same two posts that the page makes.</summary>
public sealed partial class SignUpByHttp(HttpClient client, string baseUrl)
{
    private const string Page = "/chenxing/a/autumn-test-drive";
    private string? _stamp;

    /// <summary>Asks for a code, reads it in the captured outbox and signs up.</summary>
    /// <returns>Whether the sign-up was acknowledged.</returns>
    public async Task<bool> RunAsync(string phone, string name, IReadOnlyDictionary<string, string>? more = null, bool contact = true, CancellationToken ct = default)
    {
        var fields = await FieldsAsync(phone, name, more, contact, ct);
        using var asked = await PostAsync("code", fields, ct);
        asked.EnsureSuccessStatusCode();
        fields["code"] = await CodeAsync(phone, ct);
        using var answer = await PostAsync("sign-up", fields, ct);
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(ct));
        }

        return answer.IsSuccessStatusCode;
    }

    public async Task<Dictionary<string, string>> FieldsAsync(string phone, string name, IReadOnlyDictionary<string, string>? more, bool contact, CancellationToken ct)
    {
        _stamp ??= WebUtility.HtmlDecode(Stamp().Match(await client.GetStringAsync(baseUrl + Page, ct)).Groups["value"].Value);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["stamp"] = _stamp, ["name"] = name, ["phone"] = phone, ["consent_service"] = "yes" };
        if (contact)
        {
            fields["consent_lead_contact"] = "yes";
        }

        foreach (var (key, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            fields[key] = value;
        }

        return fields;
    }

    public async Task<string> CodeAsync(string phone, CancellationToken ct)
        => (await client.GetFromJsonAsync<Captured>($"{baseUrl}/dev/outbox/latest?tenant=chenxing&phone={phone}", ct))!.Code;

    public Task<HttpResponseMessage> PostAsync(string act, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{baseUrl}{Page}/{act}") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("application/json");
        return client.SendAsync(request, ct);
    }

    [GeneratedRegex("name=\"stamp\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stamp();

    private sealed record Captured(string Code);
}
