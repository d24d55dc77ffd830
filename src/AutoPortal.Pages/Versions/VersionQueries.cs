using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Versions;

/// <summary>One release of a version, as the history shows it.</summary>
/// <param name="State">Stored word of the release's state.</param>
/// <param name="By">Who handed it in or published it; null for the house itself.</param>
/// <param name="DecidedBy">Who let it through or sent it back.</param>
public sealed record ReleaseRow(
    Guid Id, int Version, string State, string? By, Guid? ById, DateTimeOffset At, string? DecidedBy, DateTimeOffset? DecidedAt, string Note, string Reason, DateTimeOffset? LiveFrom, DateTimeOffset? LiveUntil, DateTimeOffset? WentLiveAt);

/// <summary>The history of a page, and its versions as they can be drawn and compared.</summary>
internal sealed class VersionQueries(IDbContextFactory<PagesDb> dbs, IPeopleDirectory people, CurrentScope scope)
{
    private const int MostShown = 50;

    /// <summary>Newest first, at most fifty.</summary>
    public async Task<IReadOnlyList<ReleaseRow>> HistoryAsync(Guid pageId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return [];
        }

        List<PageRelease> releases;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            releases = await db.PageReleases.AsNoTracking().Where(r => r.PageId == pageId && db.Pages.Any(p => p.Id == pageId)).OrderByDescending(r => r.Id).Take(MostShown).ToListAsync(ct);
        }

        var names = await people.NamesAsync([.. releases.SelectMany(r => new[] { r.SubmittedBy, r.DecidedBy }).OfType<Guid>().Distinct()], ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return releases.ConvertAll(r => new ReleaseRow(
            r.Id, r.Version, StateWords.Of(r.State), Name(r.SubmittedBy), r.SubmittedBy, r.SubmittedAt, Name(r.DecidedBy), r.DecidedAt, r.Note, r.Reason, r.LiveFrom, r.LiveUntil, r.WentLiveAt));
    }

    /// <summary>A version, or the draft where the number is 0; null where there is none.</summary>
    public async Task<PageParts?> PartsAsync(Guid pageId, int number, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page)
        {
            return null;
        }

        return number == 0 ? PageParts.Of(page)
            : await db.PageVersions.AsNoTracking().SingleOrDefaultAsync(v => v.PageId == pageId && v.Number == number, ct) is { } version ? PageParts.Of(page, version)
            : null;
    }

    /// <summary>A master's public version, for every dealer's staff; null where the page is not offered.</summary>
    public async Task<PageParts?> OfferedAsync(Guid masterId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        // Masters are HQ's, but offered to every dealer.
        return await db.Pages.IgnoreQueryFilters([ModuleDb.ReachFilter]).AnyAsync(p => p.Id == masterId && p.IsMaster, ct)
            && await db.PublishedPages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == masterId, ct) is { } page ? PageParts.Of(page) : null;
    }

    /// <summary>What changed from one version to another; 0 stands for the draft. Empty where one of them is not there.</summary>
    public async Task<PageDifference?> CompareAsync(Guid pageId, int from, int to, CancellationToken ct)
        => await PartsAsync(pageId, from, ct) is { } before && await PartsAsync(pageId, to, ct) is { } after
            ? PageDifference.Between(PageDocument.Parse(before.Document), PageDocument.Parse(after.Document))
            : null;
}
