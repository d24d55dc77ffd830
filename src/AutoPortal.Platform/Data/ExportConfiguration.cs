using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Platform.Data;

internal sealed class ExportConfiguration : IEntityTypeConfiguration<ExportJob>, IEntityTypeConfiguration<ExportDownload>, IEntityTypeConfiguration<ExportSubjects>, IEntityTypeConfiguration<ExportRules>
{
    public void Configure(EntityTypeBuilder<ExportJob> job)
    {
        job.ToTable("export_jobs");
        job.Property(j => j.List).HasMaxLength(30);
        job.Property(j => j.View).HasMaxLength(60);
        job.Property(j => j.Query).AsJson();
        job.Property(j => j.Columns).AsJson();
        job.Property(j => j.DealerIds).AsJson();
        job.Property(j => j.Reason).HasMaxLength(ExportReason.Longest);
        job.Property(j => j.ByName).HasMaxLength(100);
        job.Property(j => j.Reach).AsWord();
        job.Property(j => j.Language).HasMaxLength(10);
        job.Property(j => j.State).AsWord();
        job.Property(j => j.DecidedByName).HasMaxLength(100);
        job.Property(j => j.DecisionReason).HasMaxLength(ExportReason.Longest);
        job.Property(j => j.FileSha256).HasMaxLength(64);
        job.Property(j => j.FileName).HasMaxLength(255);
        job.Property(j => j.FaultCode).HasMaxLength(60);
        job.Property(j => j.FaultDetail).HasMaxLength(100);
        job.Property<uint>("Version").IsRowVersion();
        job.HasIndex(j => new { j.TenantId, j.State, j.Id }).HasFilter("state in ('waiting_approval', 'queued', 'writing', 'ready')").HasDatabaseName("ix_export_jobs_open");
        job.HasIndex(j => new { j.TenantId, j.ById, j.Id });
    }

    public void Configure(EntityTypeBuilder<ExportDownload> download)
    {
        download.ToTable("export_downloads");
        download.Property(d => d.ByName).HasMaxLength(100);
        download.Property(d => d.Origin).HasMaxLength(60);
        download.HasIndex(d => new { d.TenantId, d.JobId, d.Id });
    }

    public void Configure(EntityTypeBuilder<ExportSubjects> subjects)
    {
        subjects.ToTable("export_subjects");
        subjects.HasIndex(s => new { s.TenantId, s.JobId });
    }

    public void Configure(EntityTypeBuilder<ExportRules> rules)
    {
        rules.ToTable("export_rules");
        rules.Property<uint>("Version").IsRowVersion();
        rules.HasIndex(r => r.TenantId).IsUnique();
    }
}
