using AutoPortal.Customers.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Customers.Data;

/// <summary>No index but the key: each further one would be written with every event (targets I1, I2).</summary>
internal sealed class PageEventConfiguration : IEntityTypeConfiguration<PageEvent>
{
    public void Configure(EntityTypeBuilder<PageEvent> fact)
    {
        fact.Property(e => e.Block).HasMaxLength(64);
        fact.Property(e => e.Name).HasMaxLength(40);
        fact.Property(e => e.Subject).HasMaxLength(80);
        fact.Property(e => e.Properties).HasColumnType("jsonb");
    }
}

internal sealed class PageCounterConfiguration : IEntityTypeConfiguration<PageCounter>
{
    public void Configure(EntityTypeBuilder<PageCounter> counter)
    {
        counter.Property(c => c.Block).HasMaxLength(64);
        counter.Property(c => c.Name).HasMaxLength(40);
        counter.Property(c => c.Subject).HasMaxLength(80);
        counter.HasIndex(c => new { c.TenantId, c.PageId, c.Day });
    }
}

internal sealed class PageVisitConfiguration : IEntityTypeConfiguration<PageVisit>
{
    public void Configure(EntityTypeBuilder<PageVisit> visit)
    {
        visit.HasIndex(v => new { v.TenantId, v.PageId, v.Day });
        visit.HasIndex(v => new { v.TenantId, v.VisitorId, v.Day });
    }
}

internal sealed class EventSchemaConfiguration : IEntityTypeConfiguration<EventSchema>
{
    public void Configure(EntityTypeBuilder<EventSchema> schema)
    {
        schema.Property(s => s.Name).HasMaxLength(40);
        schema.HasIndex(s => new { s.TenantId, s.Name, s.Version }).IsUnique();
    }
}

internal sealed class QuarantinedEventConfiguration : IEntityTypeConfiguration<QuarantinedEvent>
{
    public void Configure(EntityTypeBuilder<QuarantinedEvent> quarantined)
    {
        quarantined.Property(q => q.Reason).HasMaxLength(30);
        quarantined.Property(q => q.Detail).HasMaxLength(60);
        quarantined.Property(q => q.Name).HasMaxLength(40);
        quarantined.HasIndex(q => new { q.TenantId, q.Name, q.SchemaVersion, q.Id });
    }
}

internal sealed class VisitorLinkConfiguration : IEntityTypeConfiguration<VisitorLink>
{
    public void Configure(EntityTypeBuilder<VisitorLink> link)
    {
        link.HasIndex(l => new { l.TenantId, l.VisitorId }).IsUnique();
        link.HasIndex(l => new { l.TenantId, l.CustomerId });
    }
}
