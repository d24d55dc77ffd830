using System.Net;
using System.Text.RegularExpressions;

namespace AutoPortal.Bench.Portal;

/// <summary>Signs demonstration people in through the real form.</summary>
internal static partial class SignIn
{
    public const string Operator = "operator@chenxing.demo";
    public const string Administrator = "admin@chenxing.demo";
    public const string Password = "Demo-2026!";

    /// <returns>Their cookies, as a request carries them.</returns>
    public static async Task<string> AsAsync(string person, string address, CancellationToken ct)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false });
        var form = await http.GetStringAsync(new Uri(address + "/signin"), ct);
        using var typed = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
            ["userName"] = person,
            ["password"] = Password,
            ["returnUrl"] = "/app",
        });
        using var answer = await http.PostAsync(new Uri(address + "/signin"), typed, ct);
        return answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString == "/app"
            ? cookies.GetCookieHeader(new Uri(address))
            : throw new BenchException($"{person} could not sign in: {(int)answer.StatusCode} {answer.Headers.Location}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
