using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Platform.Data;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("import_runs");
        run.Property(r => r.Kind).HasMaxLength(30);
        run.Property(r => r.FileSha256).HasMaxLength(64);
        run.Property(r => r.FileName).HasMaxLength(255);
        run.Property(r => r.Sheet).HasMaxLength(60);
        run.Property(r => r.Headings).AsJson();
        run.Property(r => r.Columns).AsJson();
        run.Property(r => r.FaultDetails).AsJson();
        run.Property(r => r.DealerIds).AsJson();
        run.Property(r => r.State).AsWord();
        run.Property(r => r.Mode).AsWord();
        run.Property(r => r.FaultCode).HasMaxLength(60);
        run.Property(r => r.ByName).HasMaxLength(100);
        run.Property(r => r.UndoneByName).HasMaxLength(100);
        run.Property<uint>("Version").IsRowVersion();
        run.HasIndex(r => new { r.TenantId, r.State, r.Id }).HasFilter("state in ('checking', 'applying', 'undoing')").HasDatabaseName("ix_import_runs_at_work");
    }

    public void Configure(EntityTypeBuilder<ImportMapping> mapping)
    {
        mapping.ToTable("import_mappings");
        mapping.Property(m => m.Kind).HasMaxLength(30);
        mapping.Property(m => m.Shape).HasMaxLength(64);
        mapping.Property(m => m.Columns).AsJson();
        mapping.HasIndex(m => new { m.TenantId, m.Kind, m.Shape, m.DealerId }).IsUnique().AreNullsDistinct(false);
    }
}
