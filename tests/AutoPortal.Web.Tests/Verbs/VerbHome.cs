using System.Diagnostics;
using AutoPortal.Kernel.Postgres;
using Npgsql;

namespace AutoPortal.Web.Tests.Verbs;

/// <summary>The program as people run it, on a home of its own.</summary>
public sealed class VerbHome : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "autoportal-verbs-" + Path.GetRandomFileName()));
    private readonly List<Process> _running = [];
    private EmbeddedPostgres _postgres = null!;

    public const string Tenant = "verbs";

    public string Folder => _folder.FullName;

    public async Task InitializeAsync()
    {
        (await RunAsync("tenant", "create", "--identifier", Tenant, "--name", "动词汽车", "--admin-email", "admin@verbs.example")).Code.ShouldBe(0);
        _postgres = await EmbeddedPostgres.StartAsync(Path.Combine(Folder, "home"), new(), default);
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _running.Where(p => !p.HasExited))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        // The last to leave stops the server of the home, also where another was killed.
        await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Rows that batches of imports of leads took in so far, by the ledger.</summary>
    public async Task<long> TakenInAsync()
    {
        await using var owner = new NpgsqlConnection(_postgres.Connections.PortalOwner);
        await owner.OpenAsync();
        await using var sum = new NpgsqlCommand("select coalesce(sum((tally->>'Rows')::bigint), 0)::bigint from leads.import_batches where not is_preview", owner);
        return (long)(await sum.ExecuteScalarAsync())!;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs a verb to its end.</summary>
    public async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), (await error).Trim());
    }

    /// <summary>Begins one that goes on until the test ends.</summary>
    public Process Begin(params string[] arguments)
    {
        var process = Start(arguments);
        _running.Add(process);
        return process;
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AutoPortal.Web.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["AUTOPORTAL_HOME"] = Path.Combine(Folder, "home");
        start.Environment["Imports__Lease"] = "00:00:04";
        start.Environment["Imports__SweepEvery"] = "00:00:01";
        start.Environment["Imports__BatchRows"] = "200";
        start.Environment["DOTNET_ENVIRONMENT"] = "Staging";
        return Process.Start(start)!;
    }
}
