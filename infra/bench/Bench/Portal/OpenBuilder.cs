using System.Diagnostics;
using System.Text.Json;
using AutoPortal.Bench.Circuits;

namespace AutoPortal.Bench.Portal;

/// <summary>A page builder that somebody has open: its circuit, and what its script would call.</summary>
internal sealed class OpenBuilder : IAsyncDisposable
{
    private readonly Circuit _circuit;
    private readonly long _port;

    private OpenBuilder(Circuit circuit, long port, TimeSpan took)
    {
        _circuit = circuit;
        _port = port;
        Took = took;
    }

    /// <summary>From the request for the screen until the canvas was in hand.</summary>
    public TimeSpan Took { get; }

    public string? Fault => _circuit.Fault;

    public static async Task<OpenBuilder> OpenAsync(HttpClient http, string cookies, string address, Guid page, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var circuit = await Circuit.OpenAsync(http, cookies, address, $"/app/pages/{page}/build", (_, _) => { }, ct);
        var opened = await circuit.CalledAsync("autoportalBuilder.open", ct);
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"{address}/app/pages/{page}/canvas?language=zh");
        ask.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await http.SendAsync(ask, ct);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(ct);
        return new(circuit, opened.DotNetObject(), watch.Elapsed);
    }

    public Task StartAsync(int revision, CancellationToken ct) => _circuit.AskAsync(_port, "StartAsync", JsonSerializer.Serialize(new object[] { revision, "zh" }), ct);

    /// <summary>Does what the hands would.</summary>
    /// <returns>How long until the answer, and the answer.</returns>
    public async Task<(double Milliseconds, JsonElement Reply)> ActAsync(object intent, CancellationToken ct)
    {
        var arguments = JsonSerializer.Serialize(new[] { Guid.CreateVersion7(), intent });
        var watch = Stopwatch.StartNew();
        var answer = await _circuit.AskAsync(_port, "ActAsync", arguments, ct);
        var took = watch.Elapsed.TotalMilliseconds;
        return (took, JsonSerializer.Deserialize<JsonElement>(answer));
    }

    public ValueTask DisposeAsync() => _circuit.DisposeAsync();
}
