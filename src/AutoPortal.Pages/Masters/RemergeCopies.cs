using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Publish;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>Brings a master's new public version into the dealers' copies: into their drafts, and into what their customers see.</summary>
internal sealed class RemergeCopies(IDbContextFactory<PagesDb> dbs, TimeProvider clock)
{
    private const int BatchSize = 25;
    private readonly Dictionary<(Guid Master, int Version), PageDocument> _masters = [];

    /// <returns>Whether more may wait.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // Two nodes at once take different ones; an author's operation waits for the merge, and the merge for it.
        var ids = await db.Sql().QueryAsync<Guid>(
            """
            select c.id from pages.pages c join pages.pages m on m.tenant_id = c.tenant_id and m.id = c.master_id
            where {tenant:c} and c.master_version < m.live_version and not c.is_archived
            order by c.id limit @most for update of c skip locked
            """,
            new { most = BatchSize }, ct);
        if (ids.Count == 0)
        {
            return false;
        }

        var copies = await db.Pages.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
        var masters = copies.Select(c => c.MasterId!.Value).Distinct().ToList();
        var numbers = await db.Pages.Where(p => masters.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.LiveVersion!.Value, ct);
        foreach (var copy in copies)
        {
            await MergeAsync(db, copy, numbers[copy.MasterId!.Value], ct);
        }

        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{ids.Count} copies were not merged: {outcome.Refusal.Code}.");
        }

        return ids.Count == BatchSize;
    }

    private async Task MergeAsync(PagesDb db, Page copy, int number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await MasterAsync(db, copy.MasterId!.Value, copy.MasterVersion!.Value, ct);
        var after = await MasterAsync(db, copy.MasterId.Value, number, ct);
        var merged = MasterMerge.Run(before, after, PageDocument.Parse(copy.Document));
        copy.Write(merged.Document, now);
        copy.MergedWith(number);
        db.PageConflicts.AddRange(merged.Conflicts.Select(c => new PageConflict(Ids.New(now), copy.Id, number, c, now)));
        db.Announce(Draft.Topic(copy.Id), "merged");
        if (copy.LiveVersion is { } live)
        {
            // Not the draft: what the dealer is still working on was not reviewed.
            var shown = await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == copy.Id && v.Number == live, ct);
            var version = copy.Fix(Ids.New(now), MasterMerge.Run(before, after, PageDocument.Parse(shown.Document)).Document, null, now);
            var release = PageRelease.Direct(Ids.New(now), copy.Id, version.Number, null, now);
            db.PageVersions.Add(version);
            db.PageReleases.Add(release);
            await GoLive.ShowAsync(db, copy, version, release, now, ct);
        }
    }

    private async Task<PageDocument> MasterAsync(PagesDb db, Guid master, int number, CancellationToken ct)
    {
        if (!_masters.TryGetValue((master, number), out var document))
        {
            document = PageDocument.Parse(await db.PageVersions.Where(v => v.PageId == master && v.Number == number).Select(v => v.Document).SingleAsync(ct));
            _masters[(master, number)] = document;
        }

        return document;
    }
}
