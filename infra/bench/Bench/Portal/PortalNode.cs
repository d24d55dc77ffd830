using System.Globalization;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Portal;

/// <summary>One node of the real portal: Release build, its own embedded server, the demonstration's data and sign-ins.</summary>
internal sealed class PortalNode : IAsyncDisposable
{
    /// <summary>The seeded page and its activity.</summary>
    public const string PagePath = $"/{Tenant}/a/autumn-test-drive";

    public const string Tenant = "chenxing";

    private static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(5);

    private PortalNode(RunningProgram program, Probe probe, string address, TimeSpan started)
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

    public string Page => Address + PagePath;

    /// <summary>From the start of the process to its first ready.</summary>
    public TimeSpan Started { get; }

    public int Port => new Uri(Address).Port;

    public Task<ProbeAnswer> AskAsync(CancellationToken ct) => Probe.AskAsync(Program, ct);

    public static async Task<PortalNode> StartAsync(BenchContext bench, CancellationToken ct, bool isProbed = true, int? asPort = null)
    {
        var port = asPort ?? FreePort.Choose();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var probe = new Probe(bench.Options.Probe, Path.Combine(bench.Scratch, $"probe-{port}.json"));
        var environment = new Dictionary<string, string>(isProbed ? probe.Environment : new Dictionary<string, string>())
        {
            ["AUTOPORTAL_HOME"] = bench.Home.Folder,
            // One machine plays thousands of phones: the limits per hour, address and tenant would end the load, not slow it.
            ["Channels__CodesPerTenantMinute"] = "1000000",
            ["Channels__CodesPerTenantDay"] = "100000000",
            ["Limits__PostBurstPerAddress"] = "100000000",
            ["Limits__PostsPerAddressPerSecond"] = "100000000",
            ["Customers__CollectPostsPerClientMinute"] = "100000000",
            ["Customers__EventsPerTenantSecond"] = "10000000",
        };
        var program = RunningProgram.Start("dotnet", [bench.Options.Portal, "run", "--urls", address], environment);
        return new(program, probe, address, await Readiness.WaitAsync(program, address + "/healthz/ready", FirstStart, ct));
    }

    public ValueTask DisposeAsync() => Program.DisposeAsync();
}
