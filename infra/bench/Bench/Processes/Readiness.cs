using System.Diagnostics;

namespace AutoPortal.Bench.Processes;

/// <summary>Asks an address until it answers 200.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    /// <returns>Time since the call.</returns>
    public static async Task<TimeSpan> WaitAsync(RunningProgram program, string address, TimeSpan within, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < within)
        {
            if (program.HasExited)
            {
                throw new BenchException($"The program behind {address} ended: {program.Said.Trim()}");
            }

            if (await AnswersAsync(http, address, ct))
            {
                return watch.Elapsed;
            }

            await Task.Delay(Poll, ct);
        }

        throw new BenchException($"{address} did not get ready within {within.TotalSeconds:0} s: {program.Said.Trim()}");
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string address, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
