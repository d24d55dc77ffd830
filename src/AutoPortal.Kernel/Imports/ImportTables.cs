using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoPortal.Kernel.Imports;

/// <summary>The ledger's tables, in the schema of each module that takes imports.</summary>
public static class ImportTables
{
    /// <summary>Called in the module context's <c>OnModelCreating</c>, before its base.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<ImportBatch>(batch =>
        {
            batch.ToTable("import_batches");
            batch.Property(b => b.Tally).HasColumnType("jsonb");
            batch.HasIndex(b => new { b.TenantId, b.RunId, b.IsPreview, b.LastRow }).IsUnique();
        });
        model.Entity<ImportRecord>(record =>
        {
            record.ToTable("import_records");
            record.Property(r => r.Kind).HasMaxLength(30);
            record.Property(r => r.RowKey).HasMaxLength(64);
            record.Property(r => r.Outcome).HasMaxLength(20).HasConversion(new ValueConverter<RowOutcome, string>(o => RowOutcomes.Word(o), w => RowOutcomes.Of(w)));
            record.Property(r => r.Result).HasMaxLength(60);
            record.Property(r => r.Facet).HasMaxLength(30);
            record.Property(r => r.Issues).HasColumnType("jsonb");
            record.Property(r => r.Differences).HasColumnType("jsonb");
            record.Property(r => r.UndoLeft).HasMaxLength(20);
            record.HasIndex(r => new { r.TenantId, r.RunId, r.IsPreview, r.RowNumber });
            record.HasIndex(r => new { r.TenantId, r.RunId, r.RootId }).HasFilter("root_id is not null");
            // Whoever watches a long writing asks twice a second how much was undone: nothing, without reading all rows for it.
            record.HasIndex(r => new { r.TenantId, r.RunId, r.RootId }, "ix_import_records_undo").HasFilter("undone_at is not null or undo_left is not null");
            record.HasIndex(r => new { r.TenantId, r.Kind, r.RowKey }).IsUnique().HasFilter("row_key is not null");
        });
        model.Entity<ImportChange>(change =>
        {
            change.ToTable("import_changes");
            change.Property(c => c.Table).HasColumnName("table_name").HasMaxLength(60);
            change.Property(c => c.Before).HasColumnType("jsonb");
            change.Property(c => c.AfterHash).HasMaxLength(32);
            change.HasIndex(c => new { c.TenantId, c.RunId, c.RootId });
        });
    }
}

internal static class RowOutcomes
{
    public static string Word(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Created => "created",
        RowOutcome.Updated => "updated",
        RowOutcome.Same => "same",
        RowOutcome.Merged => "merged",
        RowOutcome.Skipped => "skipped",
        _ => "refused",
    };

    public static RowOutcome Of(string word) => Enum.GetValues<RowOutcome>().Single(outcome => Word(outcome) == word);
}
