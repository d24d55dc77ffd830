using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Masters;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Versions;

/// <summary>Makes any version the draft again, the one that is live included. It is an operation like any other: undo takes it back, and nothing goes public by it.</summary>
/// <remarks>Of a copy of a master the dealer's part comes back; HQ's part stays what it is today.</remarks>
internal sealed class RestoreVersion(IDbContextFactory<PagesDb> dbs, ReadDraft drafts, EditPage edit, CurrentScope scope)
{
    /// <returns>In how many places HQ's present words stand instead of the version's.</returns>
    public async Task<Outcome<int>> RunAsync(Guid pageId, int number, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        if (await drafts.RunAsync(pageId, ct) is not { } draft || await FindAsync(pageId, number, ct) is not { } found)
        {
            return Refusal.NotFound;
        }

        var done = await edit.RunAsync(pageId, new ReplacePage(draft.Document.Root.Fingerprint(), found.Root), Guid.CreateVersion7(), ct);
        return done.Refusal is { } refusal ? refusal : found.Replaced;
    }

    private async Task<(PageNode Root, int Replaced)?> FindAsync(Guid pageId, int number, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page
            || await db.PageVersions.AsNoTracking().SingleOrDefaultAsync(v => v.PageId == pageId && v.Number == number, ct) is not { } version)
        {
            return null;
        }

        if (page.MasterId is null)
        {
            return (PageSettings.WithSettingsOf(version).Root, 0);
        }

        var merged = await CopyVersions.UpToDateAsync(db, page, version, ct);
        return (merged.Document.Root, merged.Conflicts.Count(c => c.Kind is ConflictKind.NowLocked or ConflictKind.NowRequired));
    }
}
