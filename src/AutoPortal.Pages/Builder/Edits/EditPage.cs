using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Masters;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>Does one operation of an author on the draft as it is now, whoever changed it meanwhile, and keeps the way back.</summary>
internal sealed class EditPage(IDbContextFactory<PagesDb> dbs, Drafts drafts, BlockCatalog catalog, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Keys that follow each other this fast are one step.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private const int StepsKept = 1_000;
    private const int PruneEvery = 50;
    private readonly PageEditing _editing = new(catalog.MayStandIn);
    private readonly PageRules _rules = new(catalog);

    /// <param name="pageId">The page.</param>
    /// <param name="edit">What to do.</param>
    /// <param name="operationId">Chosen by who asks; the same id again does nothing and answers with the draft as it is.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<EditedDraft> RunAsync(Guid pageId, PageEdit edit, Guid operationId, CancellationToken ct)
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

        if (await db.PageEdits.AnyAsync(e => e.PageId == pageId && (e.OperationId == operationId || e.LastOperationId == operationId), ct))
        {
            return EditedDraft.Done(draft);
        }

        if (draft.IsCopy && await ForbiddenAsync(db, draft, edit, ct) is { } forbidden)
        {
            return EditedDraft.Refused(forbidden, draft);
        }

        var edited = _editing.Apply(draft.Document, edit);
        if ((edited.Refusal ?? _rules.Broken(draft, edited.Document, edit)) is { } refusal)
        {
            return EditedDraft.Refused(refusal, draft, edited.Conflicts);
        }

        var written = await drafts.WriteAsync(db, draft, edited.Document, ct);
        if (!written.IsOk)
        {
            return EditedDraft.Refused(written.Refusal, draft);
        }

        await KeepAsync(db, written.Value, edit, edited.Inverse!, operationId, ct);
        await db.SaveAsync(ct);
        drafts.Keep(written.Value);
        return EditedDraft.Done(written.Value);
    }

    private static async Task<Refusal?> ForbiddenAsync(PagesDb db, Draft copy, PageEdit edit, CancellationToken ct)
        => edit is ReplacePage replace
            ? await CopyVersions.KeepsToMasterAsync(db, copy.PageId, replace.Root, ct) ? null : PageRefusals.IsHqs
            : CopyRules.Forbidden(copy.Document, edit);

    private async Task KeepAsync(PagesDb db, Draft draft, PageEdit edit, PageEdit inverse, Guid operationId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mine = db.PageEdits.Where(e => e.PageId == draft.PageId && e.By == scope.UserId);
        // A new act ends what could have been done again.
        await mine.Where(e => e.IsUndone).ExecuteDeleteAsync(ct);
        var last = edit is SetFields ? await mine.OrderByDescending(e => e.Id).FirstOrDefaultAsync(ct) : null;
        if (last is not null && now - last.At < Pause && GoneOn(last, edit, inverse) is var (longer, back))
        {
            last.GoOn(operationId);
            last.Keep(EditJson.Write(longer), EditJson.Write(back), draft.Revision, now);
            return;
        }

        var kept = new KeptEdit(Ids.New(clock), draft.PageId, scope.UserId, operationId);
        kept.Keep(EditJson.Write(edit), EditJson.Write(inverse), draft.Revision, now);
        db.PageEdits.Add(kept);
        if (draft.Revision % PruneEvery == 0)
        {
            var oldest = await mine.OrderByDescending(e => e.Id).Skip(StepsKept).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);
            await mine.Where(e => e.Id <= oldest).ExecuteDeleteAsync(ct);
        }
    }

    private static (SetFields Edit, SetFields Inverse)? GoneOn(KeptEdit last, PageEdit edit, PageEdit inverse)
        => edit is SetFields { Fields.Count: 1 } now && inverse is SetFields
            && EditJson.Read(last.Edit) is SetFields { Fields.Count: 1 } before && string.Equals(before.Id, now.Id, StringComparison.Ordinal)
            && before.Fields.Keys.Single() is var field && now.Fields.TryGetValue(field, out var change)
                ? (new SetFields(now.Id, One(field, before.Fields[field].Before, change.After)), new SetFields(now.Id, One(field, change.After, before.Fields[field].Before)))
                : null;

    private static Dictionary<string, FieldChange> One(string field, System.Text.Json.JsonElement? before, System.Text.Json.JsonElement? after)
        => new(StringComparer.Ordinal) { [field] = new(before, after) };
}
