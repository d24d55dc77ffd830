using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPortal.Bench.Processes;

/// <summary>One load of <c>wrk</c>.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Requests">Answers in all.</param>
/// <param name="Errors">Answers other than 2xx or 3xx, and broken connections.</param>
internal sealed record WrkLoad(double PerSecond, long Requests, long Errors);

internal static partial class Wrk
{
    public const int Connections = 64;

    public static Task<WrkLoad> RunAsync(string address, int seconds, CancellationToken ct, params string[] headers)
        => RunAsync(address, seconds, headers.SelectMany(h => new[] { "-H", h }), ct);

    /// <summary>Requests as a Lua script makes them.</summary>
    public static Task<WrkLoad> RunScriptAsync(string address, string script, int seconds, CancellationToken ct)
        => RunAsync(address, seconds, ["-s", script], ct);

    private static async Task<WrkLoad> RunAsync(string address, int seconds, IEnumerable<string> more, CancellationToken ct)
    {
        var output = await RunningProgram.OutputAsync("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", .. more, address], null, ct);
        var errors = SocketErrors().Match(output).Groups["n"].Captures.Sum(c => Number(c.Value)) + Number(OtherAnswers().Match(output).Groups["n"].Value);
        return new(
            double.Parse(PerSecond().Match(output).Groups["n"].Value, CultureInfo.InvariantCulture),
            Number(Total().Match(output).Groups["n"].Value),
            errors);
    }

    private static long Number(string text) => text.Length == 0 ? 0 : long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+(?<n>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"(?<n>\d+) requests in", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"Socket errors:(\s+\w+ (?<n>\d+),?)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SocketErrors();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<n>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherAnswers();
}
