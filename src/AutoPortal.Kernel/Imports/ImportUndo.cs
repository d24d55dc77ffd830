using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Imports;

/// <summary>Takes records of a run back to how they were before it: all rows of a record, or none where one of them changed since.</summary>
internal sealed class ImportUndo<TDb>(TDb db, ImportKind<TDb> kind, Guid runId, DateTimeOffset now) where TDb : ModuleDb
{
    public async Task<UndoTally> RunAsync(IReadOnlyList<Guid> roots, CancellationToken ct)
    {
        var rows = await RowsAsync(roots, ct);
        var changed = await ChangedSinceAsync(rows, ct);
        if (changed.Count > 0)
        {
            // The house may just have changed a row, and its hash with it: now that the rows are held, the ledger says which.
            changed = await ChangedSinceAsync(await RowsAsync(changed, ct), ct);
        }

        var needed = await kind.NeededAsync(db, [.. roots.Except(changed)], ct);
        Guid[] free = [.. roots.Where(r => !changed.Contains(r) && !needed.Contains(r))];
        await RestoreAsync([.. rows.Where(r => free.Contains(r.RootId))], ct);
        await MarkAsync(free, "undone_at = @now, row_key = null", ct);
        await MarkAsync([.. changed], "undo_left = 'changed_since'", ct);
        await MarkAsync([.. needed], "undo_left = 'in_use'", ct);
        if (free.Length > 0)
        {
            db.Audit("import_undone", kind.Code, runId, null, new { records = free.Length });
        }

        await kind.TakenBackAsync(db, free, ct);
        return new(free.Length, roots.Count - free.Length);
    }

    private async Task<IReadOnlyList<NetChange>> RowsAsync(IReadOnlyCollection<Guid> roots, CancellationToken ct)
        => Net(await db.Set<ImportChange>().AsNoTracking().Where(c => c.RunId == runId && roots.Contains(c.RootId)).OrderBy(c => c.Id).ToListAsync(ct));

    // A row that several batches changed goes back to before the first one, and must look as the last one left it.
    private static List<NetChange> Net(IEnumerable<ImportChange> changes)
        => [.. changes.GroupBy(c => (c.Table, c.RowId)).Select(g => new NetChange(g.First().RootId, g.Key.Table, g.Key.RowId, g.First().Id, g.First().Before is not null, g.Last().AfterHash))];

    private async Task<HashSet<Guid>> ChangedSinceAsync(IReadOnlyList<NetChange> rows, CancellationToken ct)
    {
        var changed = new HashSet<Guid>();
        foreach (var table in rows.GroupBy(r => r.Table))
        {
            var type = TypeOf(table.Key);
            var stands = table.Where(r => r.AfterHash is not null).ToList();
            var same = (await db.Sql().QueryAsync<(Guid Id, bool IsSame)>(
                $"select t.id, {RowHash.IsSame(type, "k.hash")} from {ImportCapture.Name(type)} t join unnest(@ids, @hashes) as k(id, hash) on k.id = t.id where {{tenant:t}}{(OnlyGrows(type) ? "" : " for update of t")}",
                new { ids = stands.Select(r => r.RowId).ToArray(), hashes = stands.Select(r => r.AfterHash).ToArray() }, ct)).ToDictionary(r => r.Id, r => r.IsSame);
            var back = await BackAsync(type, [.. table.Where(r => r.AfterHash is null).Select(r => r.RowId)], ct);
            changed.UnionWith(table.Where(r => r.AfterHash is null ? back.Contains(r.RowId) : !same.GetValueOrDefault(r.RowId)).Select(r => r.RootId));
        }

        return changed;
    }

    // Rows that the import took away, and that are there again.
    private async Task<IReadOnlySet<Guid>> BackAsync(IEntityType type, Guid[] ids, CancellationToken ct)
        => ids.Length == 0 ? new HashSet<Guid>()
            : (await db.Sql().QueryAsync<Guid>($"select t.id from {ImportCapture.Name(type)} t where {{tenant:t}} and t.id = any(@ids)", new { ids }, ct)).ToHashSet();

    private async Task RestoreAsync(IReadOnlyList<NetChange> rows, CancellationToken ct)
    {
        // Children go before their parents, and come back after them.
        var byDepth = rows.GroupBy(r => r.Table).OrderByDescending(g => Depth(TypeOf(g.Key))).ToList();
        foreach (var table in rows.GroupBy(r => r.Table).OrderByDescending(g => Fall(TypeOf(g.Key))).ThenByDescending(g => Depth(TypeOf(g.Key))))
        {
            await DeleteAsync(TypeOf(table.Key), [.. table.Where(r => !r.WasThere).Select(r => r.RowId)], ct);
        }

        foreach (var table in Enumerable.Reverse(byDepth))
        {
            await BringBackAsync(TypeOf(table.Key), [.. table.Where(r => r.WasThere && r.AfterHash is null)], ct);
            await PutBackAsync(TypeOf(table.Key), [.. table.Where(r => r.WasThere && r.AfterHash is not null)], ct);
        }
    }

    private Task DeleteAsync(IEntityType type, Guid[] ids, CancellationToken ct)
        => ids.Length == 0 ? Task.CompletedTask
            : OnlyGrows(type) ? db.Sql().QueryAsync<long>($"select \"{db.SchemaName}\".take_back_added({{tenant_id}}, @runId, @table, @ids)", new { runId, table = type.GetTableName(), ids }, ct)
            : db.Sql().ExecuteAsync($"delete from {ImportCapture.Name(type)} t where {{tenant:t}} and t.id = any(@ids)", new { ids }, ct);

    private Task BringBackAsync(IEntityType type, NetChange[] rows, CancellationToken ct)
    {
        var name = ImportCapture.Name(type);
        return rows.Length == 0 ? Task.CompletedTask
            : db.Sql().ExecuteAsync(
                $"insert into {name} select r.* from \"{db.SchemaName}\".import_changes c, lateral jsonb_populate_record(null::{name}, c.before) r where {{tenant:c}} and c.id = any(@changes)",
                new { changes = rows.Select(r => r.FirstChangeId).ToArray() }, ct);
    }

    private Task PutBackAsync(IEntityType type, NetChange[] rows, CancellationToken ct)
    {
        var name = ImportCapture.Name(type);
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Where(p => !p.IsPrimaryKey()).Select(p => p.GetColumnName(store)!).Where(c => c != "xmin").Select(c => $"\"{c}\"").ToList();
        return rows.Length == 0 ? Task.CompletedTask
            : db.Sql().ExecuteAsync(
                $"""
                update {name} as t set ({string.Join(", ", columns)}) = row({string.Join(", ", columns.Select(c => "r." + c))})
                from "{db.SchemaName}".import_changes c, lateral jsonb_populate_record(null::{name}, c.before) r
                where {"{tenant:c}"} and c.id = any(@changes) and t.tenant_id = c.tenant_id and t.id = c.row_id
                """,
                new { changes = rows.Select(r => r.FirstChangeId).ToArray() }, ct);
    }

    private Task MarkAsync(Guid[] roots, string set, CancellationToken ct)
        => roots.Length == 0 ? Task.CompletedTask
            : db.Sql().ExecuteAsync(
                $"update \"{db.SchemaName}\".import_records t set {set} where {{tenant:t}} and run_id = @runId and not is_preview and root_id = any(@roots)",
                new { runId, roots, now }, ct);

    // The application may not even lock its rows.
    private static bool OnlyGrows(IEntityType type) => type.FindAnnotation(ModuleModel.AppendOnly) is not null;

    private IEntityType TypeOf(string table) => db.Model.GetEntityTypes().Single(t => t.GetTableName() == table);

    // Rows that go with their record may point to others that go after it.
    private static int Fall(IEntityType type)
        => type.GetReferencingForeignKeys().Where(f => f.DeleteBehavior is DeleteBehavior.Cascade && f.DeclaringEntityType != type).Select(f => Fall(f.DeclaringEntityType)).Append(Depth(type)).Max();

    private static int Depth(IEntityType type)
        => type.GetForeignKeys().Where(f => f.PrincipalEntityType != type).Select(f => Depth(f.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();

    private sealed record NetChange(Guid RootId, string Table, Guid RowId, Guid FirstChangeId, bool WasThere, string? AfterHash);
}
