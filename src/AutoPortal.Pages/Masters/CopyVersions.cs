using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>Versions of copies against the master they came from.</summary>
internal static class CopyVersions
{
    /// <summary>A version of a copy brought up to the master that the copy stands on now: the dealer's words of then, HQ's of today.</summary>
    public static async Task<MergedCopy> UpToDateAsync(PagesDb db, Page copy, PageVersion version, CancellationToken ct)
    {
        var now = await MasterAsync(db, copy.MasterId!.Value, copy.MasterVersion!.Value, ct);
        var number = await BaseOfAsync(db, copy, version, ct);
        var then = number == copy.MasterVersion ? now : await MasterAsync(db, copy.MasterId.Value, number, ct);
        return MasterMerge.Run(then, now, PageSettings.WithSettingsOf(version));
    }

    /// <summary>Whether a document could stand on the copy as it is: HQ's part of it is the present master's, the rest what a dealer may do.</summary>
    public static async Task<bool> KeepsToMasterAsync(PagesDb db, Guid pageId, PageNode root, CancellationToken ct)
    {
        var from = await db.Pages.Where(p => p.Id == pageId).Select(p => new { p.MasterId, p.MasterVersion }).SingleAsync(ct);
        var master = await MasterAsync(db, from.MasterId!.Value, from.MasterVersion!.Value, ct);
        var document = new PageDocument(root);
        return string.Equals(MasterMerge.Run(master, master, document).Document.ToJson(), document.ToJson(), StringComparison.Ordinal);
    }

    /// <summary>A version of a master, with its settings.</summary>
    public static async Task<PageDocument> MasterAsync(PagesDb db, Guid master, int number, CancellationToken ct)
        => PageSettings.WithSettingsOf(await db.PageVersions.AsNoTracking().SingleAsync(v => v.PageId == master && v.Number == number, ct));

    // Versions of the time before their base was kept stand on what was public of the master at that moment.
    private static async Task<int> BaseOfAsync(PagesDb db, Page copy, PageVersion version, CancellationToken ct)
        => version.MasterVersion
            ?? await db.PageReleases.Where(r => r.PageId == copy.MasterId && r.WentLiveAt <= version.FixedAt).OrderByDescending(r => r.WentLiveAt).Select(r => (int?)r.Version).FirstOrDefaultAsync(ct)
            ?? copy.MasterVersion!.Value;
}
