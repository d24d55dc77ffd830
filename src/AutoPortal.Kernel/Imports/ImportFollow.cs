using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Imports;

/// <summary>
/// Lets the ledger follow what the house does by itself to records that an import added: such a record was touched by nobody, and an undo takes it away all the same.
/// Records that were there before are left out: taking those back would undo what the house did.
/// </summary>
/// <param name="runOf">The run that added a record, or null.</param>
internal sealed class ImportFollow(Func<TenantEntity, Guid?> runOf)
{
    private readonly List<(IEntityType Type, Guid[] Changes)> _followed = [];

    /// <summary>Finds the notes of rows that are about to change and still are as their import left them.</summary>
    public async Task BeforeAsync(ModuleDb db, CancellationToken ct)
    {
        var rows = db.ChangeTracker.Entries<TenantEntity>().Where(row => row.State is EntityState.Modified)
            .Select(row => (row.Metadata, row.Entity.Id, Run: runOf(row.Entity))).Where(row => row.Run is not null);
        foreach (var table in rows.GroupBy(row => row.Metadata))
        {
            var changes = await db.Sql().QueryAsync<Guid>(
                $$"""
                select last.id from (
                    select distinct on (c.row_id) c.id, c.row_id, c.after_hash, bool_or(c.before is null) over (partition by c.row_id) as was_added
                    from "{{db.SchemaName}}".import_changes c join unnest(@runs, @ids) as k(run, id) on c.run_id = k.run and c.root_id = k.id and c.row_id = k.id
                    where {tenant:c} and c.table_name = @table
                    order by c.row_id, c.id desc) last
                join {{ImportCapture.Name(table.Key)}} t on t.id = last.row_id and {tenant:t}
                where last.was_added and {{RowHash.IsSame(table.Key, "last.after_hash")}}
                """,
                new { runs = table.Select(row => row.Run!.Value).ToArray(), ids = table.Select(row => row.Id).ToArray(), table = table.Key.GetTableName() }, ct);
            _followed.Add((table.Key, [.. changes]));
        }
    }

    /// <summary>Notes what they became, in the transaction of the change.</summary>
    public async Task AfterAsync(ModuleDb db, CancellationToken ct)
    {
        foreach (var (type, changes) in _followed.Where(f => f.Changes.Length > 0))
        {
            await db.Sql().ExecuteAsync(
                $"update \"{db.SchemaName}\".import_changes c set after_hash = {RowHash.Sql(type)} from {ImportCapture.Name(type)} t where {{tenant:c}} and {{tenant:t}} and c.id = any(@changes) and t.id = c.row_id",
                new { changes }, ct);
        }
    }
}
