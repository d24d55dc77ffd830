using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench;

/// <summary>What measures share: the scratch folder and the portal's first node, whose embedded PostgreSQL stays up throughout.</summary>
internal sealed class BenchContext : IAsyncDisposable
{
    private BenchContext(BenchOptions options, string scratch)
    {
        Options = options;
        Scratch = scratch;
        Home = new PortalHomeFolder(Path.Combine(scratch, "home"));
    }

    public BenchOptions Options { get; }

    /// <summary>A folder that goes away with the run; readable by the account that runs nginx and PostgreSQL.</summary>
    public string Scratch { get; }

    public PortalHomeFolder Home { get; }

    public PortalNode Node { get; private set; } = null!;

    public static async Task<BenchContext> OpenAsync(BenchOptions options, CancellationToken ct)
    {
        var scratch = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        // nginx and PostgreSQL run under accounts of their own.
        File.SetUnixFileMode(scratch, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var bench = new BenchContext(options, scratch);
        try
        {
            bench.Node = await PortalNode.StartAsync(bench, ct);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the node without a word, and starts it again at the same address, as whatever watches over it would.</summary>
    public async Task KillAndRestartAsync(CancellationToken ct)
    {
        await Node.Program.KillAsync(ct);
        Node = await PortalNode.StartAsync(this, ct, asPort: Node.Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
        {
            await Node.DisposeAsync();
        }

        Directory.Delete(Scratch, recursive: true);
    }
}
