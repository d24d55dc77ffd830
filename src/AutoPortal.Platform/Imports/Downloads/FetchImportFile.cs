using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Downloads;

/// <summary>Gives out a file as it came; who took it stands in the audit.</summary>
internal sealed class FetchImportFile(IDbContextFactory<PlatformDb> dbs, ImportQueries queries, ImportFiles files)
{
    public async Task<Outcome<NamedFile>> RunAsync(Guid runId, CancellationToken ct)
    {
        if (await queries.FindAsync(runId, ct) is not { } run)
        {
            return Refusal.NotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        db.Audit("file_taken", "import_run", run.Id, null, new { run.Kind, part = "original" });
        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? new NamedFile(await files.CopyAsync(run, ct), run.FileName) : saved.Refusal;
    }
}
