using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Media;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>Reads drafts and writes them. Every way that changes a draft goes through here, so that each gets its number and every screen hears of it.</summary>
internal sealed class Drafts(DraftShelf shelf, ITenantDirectory tenants, CurrentScope scope, TimeProvider clock)
{
    /// <summary>The draft, kept from everybody else until the transaction ends; null where there is none for this person.</summary>
    public async Task<Draft?> LockAsync(PagesDb db, Guid pageId, CancellationToken ct)
        => await db.Sql().FirstOrDefaultAsync<Guid?>("select p.id from pages.pages p where {reach:p,dealer_id,none} and p.id = @pageId for update", new { pageId }, ct) is null
            ? null
            : await ReadAsync(db, pageId, ct);

    /// <summary>The draft as it is; null where there is none for this person.</summary>
    public async Task<Draft?> ReadAsync(PagesDb db, Guid pageId, CancellationToken ct)
    {
        var row = await db.Pages.Where(p => p.Id == pageId).Select(p => new { p.Revision, p.PathKind, p.Slug, p.SubjectId, p.ChangedAt, p.IsArchived, p.MasterId }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        if (shelf.Find(scope.TenantId, pageId, row.Revision) is not { } document)
        {
            var page = await db.Pages.AsNoTracking().SingleAsync(p => p.Id == pageId, ct);
            document = PageSettings.WithSettingsOf(page, PageDocument.Parse(page.Document));
            shelf.Put(scope.TenantId, pageId, row.Revision, document);
        }

        return new(pageId, row.Revision, row.PathKind, row.Slug, row.SubjectId, document, row.ChangedAt, row.IsArchived, row.MasterId is not null);
    }

    /// <summary>Writes the next draft over a locked one; screens hear of it with the commit.</summary>
    /// <returns>Refused where it grew too large.</returns>
    public async Task<Outcome<Draft>> WriteAsync(PagesDb db, Draft locked, PageDocument next, CancellationToken ct)
    {
        var json = next.ToJson();
        if (json.Length > PageLimits.Characters)
        {
            return PageRefusals.PageIsTooLarge;
        }

        var (revision, now, settings) = (locked.Revision + 1, clock.GetUtcNow(), PageSettings.Of(next));
        var accent = (await tenants.FindAsync(scope.TenantId, ct))?.AccentColor ?? PageTheme.Default.Brand;
        var theme = settings.ThemeOver(accent);
        // By hand and not through the tracked row: the draft as it was need not be read, and a kept edit tells more than an audit of two documents.
        await db.Pages.Where(p => p.Id == locked.PageId).ExecuteUpdateAsync(
            page => page
                .SetProperty(p => p.Document, json)
                .SetProperty(p => p.Revision, revision)
                .SetProperty(p => p.ChangedAt, now)
                .SetProperty(p => p.Title, settings.Title)
                .SetProperty(p => p.Description, settings.Description)
                .SetProperty(p => p.Theme, theme),
            ct);
        await MediaReferences.KeepDraftAsync(db, locked.PageId, json, ct);
        db.Announce(Draft.Topic(locked.PageId), revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return locked with { Revision = revision, Document = next, SavedAt = now };
    }

    /// <summary>Remembers a draft that was committed.</summary>
    public void Keep(Draft committed) => shelf.Put(scope.TenantId, committed.PageId, committed.Revision, committed.Document);
}
