using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>Goes one step of the author's own back, or forth again. What others did meanwhile stays.</summary>
internal sealed class StepBack(IDbContextFactory<PagesDb> dbs, Drafts drafts, BlockCatalog catalog, CurrentScope scope, TimeProvider clock)
{
    private readonly PageEditing _editing = new(catalog.MayStandIn);

    public async Task<EditedDraft> RunAsync(Guid pageId, bool forth, Guid operationId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return EditedDraft.Refused(Refusal.NotAllowed);
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await drafts.LockAsync(db, pageId, ct) is not { } draft)
        {
            return EditedDraft.Refused(Refusal.NotFound);
        }

        if (draft.IsArchived)
        {
            return EditedDraft.Refused(PageRefusals.IsArchived, draft);
        }

        if (await db.PageEdits.AnyAsync(e => e.PageId == pageId && e.LastOperationId == operationId, ct))
        {
            return EditedDraft.Done(draft);
        }

        var mine = db.PageEdits.Where(e => e.PageId == pageId && e.By == scope.UserId && e.IsUndone == forth);
        if (await (forth ? mine.OrderBy(e => e.Id) : mine.OrderByDescending(e => e.Id)).FirstOrDefaultAsync(ct) is not { } step)
        {
            return EditedDraft.Refused(forth ? PageRefusals.NothingToRedo : PageRefusals.NothingToUndo, draft);
        }

        var edited = _editing.Apply(draft.Document, EditJson.Read(forth ? step.Edit : step.Inverse));
        if (edited.Inverse is not { } way)
        {
            // Somebody else changed the same thing: the step is given up, so that the ones before it can be reached.
            db.PageEdits.Remove(step);
            await db.SaveAsync(ct);
            return EditedDraft.Refused(PageRefusals.StepWasOvertaken, draft, edited.Conflicts);
        }

        step.GoOn(operationId);
        return await SaveAsync(db, draft, edited.Document, step, way, forth, ct);
    }

    private async Task<EditedDraft> SaveAsync(PagesDb db, Draft draft, PageDocument next, KeptEdit step, PageEdit way, bool forth, CancellationToken ct)
    {
        var written = await drafts.WriteAsync(db, draft, next, ct);
        if (!written.IsOk)
        {
            return EditedDraft.Refused(written.Refusal, draft);
        }

        // The way that was just found expects the page as it is now, which the old one could not know.
        var (edit, inverse) = forth ? (step.Edit, EditJson.Write(way)) : (EditJson.Write(way), step.Inverse);
        step.Keep(edit, inverse, written.Value.Revision, clock.GetUtcNow() - EditPage.Pause);
        step.Mark(isUndone: !forth);
        await db.SaveAsync(ct);
        drafts.Keep(written.Value);
        return EditedDraft.Done(written.Value);
    }
}
