using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Imports;

/// <summary>Has the file looked at with these columns, and remembers them for files of the same shape.</summary>
internal sealed class CheckImport(IDbContextFactory<PlatformDb> dbs, ImportKinds kinds, IOrganisation organisation, CurrentUser user, IOptions<ImportOptions> options, TimeProvider clock)
{
    /// <param name="runId">The run.</param>
    /// <param name="columns">Field code of each heading, or null where the column is left out.</param>
    /// <param name="wishes">A brand is needed where the tenant has several.</param>
    /// <param name="own">How a caller that works on the run itself wants it; null leaves it to the nodes.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task<Outcome> RunAsync(Guid runId, IReadOnlyList<string?> columns, ImportWishes wishes, OwnWork? own, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == runId, ct) is not { } run || kinds.Find(run.Kind) is not { } kind)
        {
            return Refusal.NotFound;
        }

        if (!user.May(kind.Permission))
        {
            return Refusal.NotAllowed;
        }

        if (ImportRows.Missing(kind.Fields, run.Headings, columns) is { Count: > 0 } missing)
        {
            return ImportRefusals.ColumnsAreMissing(string.Join("、", missing.Select(f => kinds.TitleOf(kind, f))));
        }

        var brands = (await organisation.TreeAsync(ct)).Brands;
        var brand = wishes.BrandId ?? (brands is [var only] ? only.Id : null);
        if (brand is null || brands.All(b => b.Id != brand))
        {
            return ImportRefusals.BrandIsMissing;
        }

        var now = clock.GetUtcNow();
        if (run.Check(columns, wishes with { BrandId = brand }, own?.AppliesAtOnce ?? false, now) is { } refusal)
        {
            return refusal;
        }

        await RememberAsync(db, run, now, ct);
        if (own is { } work)
        {
            run.HoldFor(work.Worker, now + options.Value.Lease);
        }
        else
        {
            db.Announce(ImportTopics.Waiting, run.Id.ToString());
        }

        return await db.SaveAsync(ct);
    }

    private async Task RememberAsync(PlatformDb db, ImportRun run, DateTimeOffset now, CancellationToken ct)
    {
        var shape = ColumnMap.ShapeOf(run.Headings);
        if (await db.ImportMappings.FirstOrDefaultAsync(m => m.Kind == run.Kind && m.Shape == shape && m.DealerId == run.DealerId, ct) is { } known)
        {
            known.Use(run.Columns, now);
        }
        else
        {
            db.Add(new ImportMapping(Ids.New(clock), run.Kind, run.DealerId, shape, run.Columns, now));
        }
    }
}

/// <summary>A caller that works on the run itself.</summary>
/// <param name="Worker">Names it.</param>
/// <param name="AppliesAtOnce">Without a check that somebody looks at.</param>
internal sealed record OwnWork(Guid Worker, bool AppliesAtOnce);

/// <summary>What a person says to a run that was looked at: take it in, stop, go on, take it back.</summary>
internal sealed class SteerImport(IDbContextFactory<PlatformDb> dbs, ImportKinds kinds, CurrentUser user, TimeProvider clock)
{
    private const int Tries = 5;

    /// <param name="runId">A run that was looked at, or stopped.</param>
    /// <param name="takeConflicts">Where both sides changed a cell, the file wins; null leaves it as it was chosen.</param>
    /// <param name="ct">Cancels before the change.</param>
    public Task<Outcome> ApplyAsync(Guid runId, bool? takeConflicts, CancellationToken ct) => SteerAsync(runId, run => run.Apply(takeConflicts, clock.GetUtcNow()), ct);

    public Task<Outcome> DropAsync(Guid runId, CancellationToken ct) => SteerAsync(runId, run => run.Drop(clock.GetUtcNow()), ct);

    public Task<Outcome> StopAsync(Guid runId, CancellationToken ct) => SteerAsync(runId, run => run.AskToStop(), ct);

    public Task<Outcome> UndoAsync(Guid runId, CancellationToken ct) => SteerAsync(runId, run => run.Undo(user.Name, clock.GetUtcNow()), ct);

    // A run at work is written by its worker all the time: what a person says must not be lost to that.
    private async Task<Outcome> SteerAsync(Guid runId, Func<ImportRun, Refusal?> steer, CancellationToken ct)
    {
        var outcome = await TryAsync(runId, steer, ct);
        for (var attempt = 1; attempt < Tries && outcome.Refusal == Refusal.ChangedMeanwhile; attempt++)
        {
            outcome = await TryAsync(runId, steer, ct);
        }

        return outcome;
    }

    private async Task<Outcome> TryAsync(Guid runId, Func<ImportRun, Refusal?> steer, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == runId, ct) is not { } run || kinds.Find(run.Kind) is not { } kind)
        {
            return Refusal.NotFound;
        }

        if (!user.May(kind.Permission))
        {
            return Refusal.NotAllowed;
        }

        if (steer(run) is { } refusal)
        {
            return refusal;
        }

        db.Announce(ImportTopics.Waiting, run.Id.ToString());
        db.Announce(ImportTopics.Run(run.Id), "");
        return await db.SaveAsync(ct);
    }
}

/// <summary>What open screens and nodes hear about imports.</summary>
internal static class ImportTopics
{
    /// <summary>A run waits for a node; its id is the word.</summary>
    public const string Waiting = "platform.imports";

    /// <summary>A run came a step further.</summary>
    public static string Run(Guid runId) => $"import:{runId:N}";
}
