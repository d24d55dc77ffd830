using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Publish;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>Brings a master's new public version into the dealers' copies: into their drafts, and into what their customers see.</summary>
/// <remarks>A copy's public version may be older than its draft, where it was reviewed while HQ went on; it is brought up then, too. HQ going back is a change like any other.</remarks>
internal sealed class RemergeCopies(IDbContextFactory<PagesDb> dbs, ITenantDirectory tenants, TimeProvider clock)
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
            left join pages.page_versions l on l.tenant_id = c.tenant_id and l.page_id = c.id and l.number = c.live_version
            where {tenant:c} and not c.is_archived and m.live_version is not null
            and (c.master_version <> m.live_version or coalesce(l.master_version, c.master_version) <> m.live_version)
            order by c.id limit @most for update of c skip locked
            """,
            new { most = BatchSize }, ct);
        if (ids.Count == 0)
        {
            return false;
        }

        await MergeAsync(db, ids, ct);
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{ids.Count} copies were not merged: {outcome.Refusal.Code}.");
        }

        return ids.Count == BatchSize;
    }

    private async Task MergeAsync(PagesDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var copies = await db.Pages.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
        var masters = copies.Select(c => c.MasterId!.Value).Distinct().ToList();
        var numbers = await db.Pages.Where(p => masters.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.LiveVersion!.Value, ct);
        var lives = await db.PageVersions.AsNoTracking().Where(v => ids.Contains(v.PageId) && db.Pages.Any(p => p.Id == v.PageId && p.LiveVersion == v.Number)).ToDictionaryAsync(v => v.PageId, ct);
        // Read at once, so that showing each finds its own at hand.
        await db.PublishedPages.Where(p => ids.Contains(p.Id)).LoadAsync(ct);
        await db.PageReleases.Where(r => ids.Contains(r.PageId) && r.State == ReleaseState.Live).LoadAsync(ct);
        var accent = (await tenants.FindAsync(db.Scope.TenantId, ct))?.AccentColor ?? PageTheme.Default.Brand;
        foreach (var copy in copies)
        {
            await MergeAsync(db, copy, lives.GetValueOrDefault(copy.Id), numbers[copy.MasterId!.Value], accent, ct);
        }
    }

    private async Task MergeAsync(PagesDb db, Page copy, PageVersion? live, int number, string accent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (master, was) = (copy.MasterId!.Value, copy.MasterVersion!.Value);
        var after = await MasterAsync(db, master, number, ct);
        if (was != number)
        {
            var merged = MasterMerge.Run(await MasterAsync(db, master, was, ct), after, PageSettings.WithSettingsOf(copy, PageDocument.Parse(copy.Document)));
            copy.Write(merged.Document, PageSettings.FaceOf(merged.Document, accent), now);
            copy.MergedWith(number);
            db.PageConflicts.AddRange(merged.Conflicts.Select(c => new PageConflict(Ids.New(now), copy.Id, number, c, now)));
            db.Announce(Draft.Topic(copy.Id), "merged");
        }

        if (live is not null && (live.MasterVersion ?? was) is var stoodOn && stoodOn != number)
        {
            // Not the draft: what the dealer is still working on was not reviewed.
            var shown = MasterMerge.Run(await MasterAsync(db, master, stoodOn, ct), after, PageSettings.WithSettingsOf(live)).Document;
            var version = copy.Fix(Ids.New(now), shown, PageSettings.FaceOf(shown, accent), null, now);
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
            document = await CopyVersions.MasterAsync(db, master, number, ct);
            _masters[(master, number)] = document;
        }

        return document;
    }
}
