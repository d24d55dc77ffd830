using System.Globalization;

namespace AutoPortal.Bench.Processes;

/// <summary>A running reference program of ours, on a port of its own.</summary>
internal sealed class Sample : IAsyncDisposable
{
    private Sample(RunningProgram program, Probe probe, string address, TimeSpan started)
    {
        Program = program;
        Probe = probe;
        Address = address;
        Started = started;
    }

    public RunningProgram Program { get; }

    public Probe Probe { get; }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan Started { get; }

    /// <param name="bench">Where its program is.</param>
    /// <param name="kind">page, render or grid.</param>
    /// <param name="first">Path that it answers when it is up.</param>
    /// <param name="more">Further arguments.</param>
    /// <param name="isProbed">Whether the startup hook is loaded; not where the start itself is measured.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Sample> StartAsync(BenchContext bench, string kind, string first, IEnumerable<string> more, bool isProbed, CancellationToken ct)
    {
        var port = FreePort.Choose();
        var probe = new Probe(bench.Options.Probe, Path.Combine(bench.Scratch, $"probe-{kind}.json"));
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var program = RunningProgram.Start(
            "dotnet",
            [bench.Options.Reference, kind, port.ToString(CultureInfo.InvariantCulture), .. more],
            isProbed ? probe.Environment : null);
        return new(program, probe, address, await Readiness.WaitAsync(program, address + first, TimeSpan.FromSeconds(30), ct));
    }

    public ValueTask DisposeAsync() => Program.DisposeAsync();
}
