using AutoPortal.Kernel.Data;

namespace AutoPortal.Kernel.Postgres.Backup;

/// <summary>What stands in a database: the portal's tables, partitions, sequences and migrations, read as the owner.</summary>
internal static class DatabaseCatalogue
{
    private const string OwnSchemas = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

    // They say how far the tables are, not what is in them: an archive compares the first and leaves the second alone.
    private const string IsStateTable = $"c.relname IN ('{ModuleDbSetup.HistoryTable}', 'schema_state')";

    public static async Task<List<SchemaHistory>> HistoriesAsync(OwnerSession session, CancellationToken ct)
    {
        var schemas = await session.ListAsync(
            $"""
            SELECT n.nspname, (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = 1)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = '{ModuleDbSetup.HistoryTable}' AND c.relkind = 'r' ORDER BY 1
            """,
            row => (Schema: row.GetString(0), Id: row.GetString(1)),
            ct);
        var histories = new List<SchemaHistory>();
        foreach (var (schema, id) in schemas)
        {
            var column = Quote.Name(id);
            var table = $"{Quote.Name(schema)}.{Quote.Name(ModuleDbSetup.HistoryTable)}";
            histories.Add(new(schema, await session.ListAsync($"SELECT {column} FROM {table} ORDER BY {column} COLLATE \"C\"", row => row.GetString(0), ct)));
        }

        return histories;
    }

    /// <exception cref="DatabaseBackupException">A table hides its rows from its owner.</exception>
    public static async Task<List<CatalogueTable>> TablesAsync(OwnerSession session, CancellationToken ct)
    {
        var columns = await session.ListAsync(
            $"""
            SELECT n.nspname, c.relname, c.relforcerowsecurity, a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE {OwnSchemas} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT ({IsStateTable})
              AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY 1, 2, a.attname
            """,
            row => (Schema: row.GetString(0), Name: row.GetString(1), IsForced: row.GetBoolean(2), Column: new CatalogueColumn(row.GetString(3), row.GetString(4))),
            ct);
        if (columns.Find(c => c.IsForced) is { Name: not null } forced)
        {
            throw new DatabaseBackupException($"The table {forced.Schema}.{forced.Name} forces row-level security on its owner, who then cannot see all rows: ALTER TABLE … NO FORCE ROW LEVEL SECURITY first.");
        }

        return columns.GroupBy(c => (c.Schema, c.Name)).Select(t => new CatalogueTable(t.Key.Schema, t.Key.Name, t.Select(c => c.Column).ToList())).ToList();
    }

    /// <returns>Parents before their children.</returns>
    public static Task<List<CataloguePartition>> PartitionsAsync(OwnerSession session, CancellationToken ct)
        => session.ListAsync(
            $"""
            SELECT pn.nspname, p.relname, parents.nspname, parent.relname, pg_get_expr(p.relpartbound, p.oid), pg_get_partkeydef(p.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL pg_partition_tree(c.oid) t
            JOIN pg_class p ON p.oid = t.relid JOIN pg_namespace pn ON pn.oid = p.relnamespace
            JOIN pg_class parent ON parent.oid = t.parentrelid JOIN pg_namespace parents ON parents.oid = parent.relnamespace
            WHERE {OwnSchemas} AND c.relkind = 'p' AND NOT c.relispartition
            ORDER BY t.level, 1, 2
            """,
            row => new CataloguePartition(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)),
            ct);

    public static async Task<List<CatalogueSequence>> SequencesAsync(OwnerSession session, CancellationToken ct)
    {
        var names = await session.ListAsync(
            $"SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {OwnSchemas} AND c.relkind = 'S' ORDER BY 1, 2",
            row => (Schema: row.GetString(0), Name: row.GetString(1)),
            ct);
        var sequences = new List<CatalogueSequence>();
        foreach (var (schema, name) in names)
        {
            sequences.AddRange(await session.ListAsync(
                $"SELECT last_value, is_called FROM {Quote.Name(schema)}.{Quote.Name(name)}",
                row => new CatalogueSequence(schema, name, row.GetInt64(0), row.GetBoolean(1)),
                ct));
        }

        return sequences;
    }
}
