using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Platform.Accounts;
using Quartz;

namespace AutoPortal.Platform.Clock;

/// <summary>Quartz's tables: which jobs are due when, and which node fires them. Nothing of a tenant.</summary>
internal static class QuartzTables
{
    /// <summary>Before the name of each table.</summary>
    public const string Prefix = AccountsDb.Schema + "." + Bare;

    private const string Bare = "qrtz_";
    private const string Script = "create_postgres.sql";

    private static readonly string[] Names =
    [
        "job_details", "triggers", "simple_triggers", "cron_triggers", "simprop_triggers", "blob_triggers", "calendars", "paused_trigger_grps", "paused_job_grps",
        "fired_triggers", "scheduler_state", "locks", "execution_history", "misfire_history", "job_status",
    ];

    public static IEnumerable<SharedTable> All => Names.Select(n => new SharedTable(Bare + n, "The clock of all nodes: jobs run for every tenant.", "select, insert, update, delete"));

    /// <summary>The script that comes with the package, which creates what is missing and drops nothing.</summary>
    public static string CreateScript()
    {
        var assembly = typeof(IScheduler).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(Script, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Bare, StringComparison.Ordinal);
    }

    public static string DropScript() => $"drop table {string.Join(", ", Names.Select(n => Prefix + n))}";
}
