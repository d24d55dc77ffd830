using System.Globalization;
using System.Text.RegularExpressions;
using AutoPortal.Bench.Portal;

namespace AutoPortal.Bench.Processes;

/// <summary>pgbench's simple-update on the very server that the portal works with, in a database of its own.</summary>
internal static partial class Pgbench
{
    private const string Database = "bench";
    private const int Scale = 20;
    private const int Clients = 8;

    public static async Task PrepareAsync(PortalHomeFolder home, CancellationToken ct)
    {
        await home.ExecuteAsync($"drop database if exists {Database}", ct);
        await home.ExecuteAsync($"create database {Database}", ct);
        await RunningProgram.OutputAsync("pgbench", ["-i", "-q", "-s", Scale.ToString(CultureInfo.InvariantCulture)], home.PgEnvironment(Database), ct);
    }

    /// <returns>Transactions a second.</returns>
    public static async Task<double> SimpleUpdateAsync(PortalHomeFolder home, int seconds, CancellationToken ct)
    {
        var output = await RunningProgram.OutputAsync(
            "pgbench",
            ["-n", "-b", "simple-update", "-M", "prepared", "-j", "2", "-c", Clients.ToString(CultureInfo.InvariantCulture), "-T", seconds.ToString(CultureInfo.InvariantCulture)],
            home.PgEnvironment(Database),
            ct);
        return double.Parse(Rate().Match(output).Groups["tps"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^tps = (?<tps>[0-9.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Rate();
}
