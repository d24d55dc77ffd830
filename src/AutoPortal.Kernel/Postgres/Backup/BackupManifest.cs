namespace AutoPortal.Kernel.Postgres.Backup;

/// <summary>The table of contents of an archive: <c>manifest.json</c>, its last entry.</summary>
internal sealed record BackupManifest(
    int Format,
    DateTimeOffset MadeAt,
    string Server,
    IReadOnlyList<SchemaHistory> Histories,
    IReadOnlyList<BackedUpTable> Tables,
    IReadOnlyList<CataloguePartition> Partitions,
    IReadOnlyList<CatalogueSequence> Sequences)
{
    public const int CurrentFormat = 1;
    public const string EntryName = "manifest.json";
}

/// <summary>One table's rows: PostgreSQL's own binary COPY stream in the named entry.</summary>
internal sealed record BackedUpTable(CatalogueTable Table, string Entry, long Rows, string Sha256);

/// <summary>The ids of a schema's applied migrations, in their order.</summary>
internal sealed record SchemaHistory(string Schema, IReadOnlyList<string> Migrations);

/// <summary>A table that is no partition, with the columns that can be written: generated ones are left out.</summary>
internal sealed record CatalogueTable(string Schema, string Name, IReadOnlyList<CatalogueColumn> Columns)
{
    public string Sql => $"{Quote.Name(Schema)}.{Quote.Name(Name)}";

    public string ColumnsSql => string.Join(", ", Columns.Select(c => Quote.Name(c.Name)));

    public bool IsLike(CatalogueTable other)
        => Schema == other.Schema && Name == other.Name && Columns.SequenceEqual(other.Columns);
}

internal sealed record CatalogueColumn(string Name, string Type);

/// <summary>A partition; <see cref="Bound"/> is what follows PARTITION OF, <see cref="SubdividedBy"/> what follows PARTITION BY, if anything.</summary>
internal sealed record CataloguePartition(string Schema, string Name, string ParentSchema, string Parent, string Bound, string? SubdividedBy);

internal sealed record CatalogueSequence(string Schema, string Name, long LastValue, bool IsCalled);
