using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Messaging;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Data;

/// <summary>The tables that every module's schema has: outbox, inbox, audit.</summary>
internal static class KernelTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox_messages");
            outbox.Property(m => m.Type).HasMaxLength(100);
            outbox.Property(m => m.AggregateKey).HasMaxLength(100);
            outbox.Property(m => m.LastError).HasMaxLength(1000);
            outbox.Property(m => m.DiscardReason).HasMaxLength(500);
            outbox.HasIndex(m => new { m.TenantId, m.AggregateKey, m.Id }).HasFilter("delivered_at is null and dead_at is null").HasDatabaseName("ix_outbox_waiting");
            outbox.HasIndex(m => new { m.TenantId, m.Id }).HasFilter("dead_at is not null").HasDatabaseName("ix_outbox_dead");
        });
        model.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox_messages");
            inbox.HasKey(m => new { m.TenantId, m.Handler, m.MessageId });
            inbox.Property(m => m.Handler).HasMaxLength(100);
            inbox.HasIndex(m => new { m.TenantId, m.At });
        });
        model.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("audit_entries");
            audit.Property(e => e.ActorName).HasMaxLength(100);
            audit.Property(e => e.Origin).HasMaxLength(100);
            audit.Property(e => e.Action).HasMaxLength(60);
            audit.Property(e => e.Entity).HasMaxLength(60);
            audit.Property(e => e.TraceId).HasMaxLength(32);
            audit.HasIndex(e => new { e.TenantId, e.EntityId, e.Id });
        });
    }
}
