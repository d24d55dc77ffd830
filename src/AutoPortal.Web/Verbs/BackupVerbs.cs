using AutoPortal.Kernel.Postgres.Backup;
using AutoPortal.Web.Hosting;

namespace AutoPortal.Web.Verbs;

internal static class BackupVerbs
{
    public static async Task<int> BackupAsync(string file, CancellationToken ct)
    {
        await using var work = await OpenAsync(ct);
        return await SayAsync("Backed up", await DatabaseBackup.BackupAsync(work.Environment.Connections.PortalOwner, file, TimeProvider.System, ct), file, ct);
    }

    public static async Task<int> RestoreAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new VerbRefusedException($"There is no file {file} to restore from.", CommandLine.WrongArguments);
        }

        await using var work = await OpenAsync(ct);
        await PortalHost.MigrateAsync(work.App.Services, work.Environment.Connections, ct);
        return await SayAsync("Restored", await DatabaseBackup.RestoreAsync(work.Environment.Connections.PortalOwner, file, ct), file, ct);
    }

    private static async Task<int> SayAsync(string done, BackupSummary summary, string file, CancellationToken ct)
    {
        await Console.Out.WriteLineAsync($"{done}: {summary.Rows} rows of {summary.Tables} tables, {Path.GetFullPath(file)}".AsMemory(), ct);
        return 0;
    }

    private static async Task<VerbWork> OpenAsync(CancellationToken ct)
    {
        var work = await VerbWork.OpenAsync(isServing: false, null, ct);
        if (work.Environment.Connections.PortalOwner.Length > 0)
        {
            return work;
        }

        await work.DisposeAsync();
        throw new VerbRefusedException("To back up or restore, set ConnectionStrings:PortalOwner to a login that owns the database.");
    }
}
