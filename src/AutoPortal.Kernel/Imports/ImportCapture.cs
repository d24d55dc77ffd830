using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Imports;

/// <summary>
/// Sees every row that one save of an import changes, and writes down how it was and a hash of what it became.
/// Rows that were added below a record which the same save added are not listed: they go with it.
/// </summary>
internal sealed class ImportCapture(Guid runId, Func<TenantEntity, Guid?> rootOf, TimeProvider clock)
{
    private readonly List<Touched> _touched = [];

    /// <summary>The run that changes them.</summary>
    public Guid RunId => runId;

    /// <summary>Notes rows that were stored without being tracked.</summary>
    public void Inserted<T>(IEntityType type, IEnumerable<T> rows) where T : TenantEntity
        => _touched.AddRange(rows.Select(row => (row, root: rootOf(row))).Where(r => r.root is not null).Select(r => new Touched(type, r.row.Id, r.root!.Value, EntityState.Added)));

    /// <summary>Notes the tracked changes; called before they are stored.</summary>
    public async Task BeforeAsync(ModuleDb db, CancellationToken ct)
    {
        _touched.AddRange(db.ChangeTracker.Entries<TenantEntity>()
            .Where(row => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(row => (row, root: rootOf(row.Entity)))
            .Where(r => r.root is not null)
            .Select(r => new Touched(r.row.Metadata, r.row.Entity.Id, r.root!.Value, r.row.State)));
        foreach (var table in _touched.Where(t => t.State is EntityState.Modified or EntityState.Deleted).GroupBy(t => t.Type))
        {
            var before = (await db.Sql().QueryAsync<(Guid Id, string Row)>(
                $"select t.id, to_jsonb(t)::text from {Name(table.Key)} t where {{tenant:t}} and t.id = any(@ids)",
                new { ids = table.Select(t => t.RowId).ToArray() }, ct)).ToDictionary(r => r.Id, r => r.Row);
            foreach (var row in table)
            {
                row.Before = before.GetValueOrDefault(row.RowId);
            }
        }
    }

    /// <summary>Writes the notes, in the transaction of the change; called after the rows are stored.</summary>
    public async Task AfterAsync(ModuleDb db, CancellationToken ct)
    {
        var newRoots = _touched.Where(t => t.State is EntityState.Added && t.RowId == t.RootId).Select(t => t.RootId).ToHashSet();
        var listed = _touched.Where(t => t.RowId == t.RootId || !newRoots.Contains(t.RootId)).ToList();
        var changes = new List<ImportChange>(listed.Count);
        foreach (var table in listed.GroupBy(t => t.Type))
        {
            var after = (await db.Sql().QueryAsync<(Guid Id, string Hash)>(
                $"select t.id, {RowHash.Sql(table.Key)} from {Name(table.Key)} t where {{tenant:t}} and t.id = any(@ids)",
                new { ids = table.Where(t => t.State is not EntityState.Deleted).Select(t => t.RowId).ToArray() }, ct)).ToDictionary(r => r.Id, r => r.Hash);
            changes.AddRange(table.Select(t => new ImportChange(Ids.New(clock), runId, t.RootId, t.Type.GetTableName()!, t.RowId, t.Before, after.GetValueOrDefault(t.RowId))));
        }

        await db.InsertManyAsync(changes, ct);
    }

    internal static string Name(IEntityType type) => $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";

    private sealed record Touched(IEntityType Type, Guid RowId, Guid RootId, EntityState State)
    {
        public string? Before { get; set; }
    }
}
