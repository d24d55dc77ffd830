using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Library;

/// <summary>Puts a page into a folder or the archive.</summary>
internal sealed class ArrangePage(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    /// <summary>Moves it; an empty folder is the top.</summary>
    public Task<Outcome> MoveAsync(Guid pageId, string folder, CancellationToken ct) => ChangeAsync(pageId, page =>
    {
        page.MoveTo(folder);
        return null;
    }, ct);

    /// <summary>Puts it away, or takes it out again.</summary>
    public Task<Outcome> ArchiveAsync(Guid pageId, bool isArchived, CancellationToken ct) => ChangeAsync(pageId, page => page.Archive(isArchived), ct);

    private async Task<Outcome> ChangeAsync(Guid pageId, Func<Page, Refusal?> change, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Pages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page ? Refusal.NotFound
            : change(page) is { } refusal ? refusal
            : await db.SaveAsync(ct);
    }
}
