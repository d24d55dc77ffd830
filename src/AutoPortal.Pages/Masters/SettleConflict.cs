using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>Decides where a dealer's wish met HQ's change.</summary>
internal sealed class SettleConflict(IDbContextFactory<PagesDb> dbs, EditPage edit, ReadDraft drafts, CurrentScope scope, TimeProvider clock)
{
    /// <param name="conflictId">The conflict.</param>
    /// <param name="takeHqs">True takes HQ's word, or lets the block go that HQ removed; false leaves the page as it is.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome> RunAsync(Guid conflictId, bool takeHqs, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.PageConflicts.SingleOrDefaultAsync(c => c.Id == conflictId && db.Pages.Any(p => p.Id == c.PageId), ct) is not { } conflict)
        {
            return Refusal.NotFound;
        }

        if (takeHqs && await WishAsync(conflict, ct) is { } wish)
        {
            // Its id is the operation's, so that a second press does nothing.
            var done = await edit.RunAsync(conflict.PageId, wish, conflict.Id, ct);
            if (done.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        conflict.Settle(scope.UserId, clock.GetUtcNow());
        return await db.SaveAsync(ct);
    }

    private async Task<PageEdit?> WishAsync(PageConflict conflict, CancellationToken ct)
        => (await drafts.RunAsync(conflict.PageId, ct))?.Document.Root.Find(conflict.BlockId) is not { } block ? null
            : conflict switch
            {
                { Kind: ConflictKind.BothChanged, Field: { } field } => new SetFields(block.Id, new Dictionary<string, FieldChange>(StringComparer.Ordinal) { [field] = new(block.Field(field), conflict.HqsValue()) }),
                { Kind: ConflictKind.RemovedByHq } => new TakeBlocks([new TakeBlock(block.Id)]),
                _ => null,
            };
}
