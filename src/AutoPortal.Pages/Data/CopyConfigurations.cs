using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Pages.Data;

internal sealed class CopyOrderConfiguration : IEntityTypeConfiguration<CopyOrder>
{
    public void Configure(EntityTypeBuilder<CopyOrder> order)
    {
        order.ToTable("copy_orders");
        order.Property(o => o.State).HasMaxLength(20).HasConversion(new StateColumn<CopyOrderState>());
        order.Property<uint>("RowVersion").IsRowVersion();
        order.HasOne<Page>().WithMany().HasForeignKey(o => new { o.TenantId, o.MasterId }).OnDelete(DeleteBehavior.Restrict);
        // Two clicks at once are one order.
        order.HasIndex(o => new { o.TenantId, o.MasterId }).IsUnique().HasFilter("state = 'running'").HasDatabaseName("ux_copy_orders_running");
        order.HasIndex(o => new { o.TenantId, o.MasterId, o.Id });
    }
}

internal sealed class CopyLineConfiguration : IEntityTypeConfiguration<CopyLine>
{
    public void Configure(EntityTypeBuilder<CopyLine> line)
    {
        line.ToTable("copy_lines");
        line.Property(l => l.State).HasMaxLength(20).HasConversion(new StateColumn<CopyLineState>());
        line.Property(l => l.Refusal).HasMaxLength(100);
        line.HasOne<CopyOrder>().WithMany().HasForeignKey(l => new { l.TenantId, l.OrderId }).OnDelete(DeleteBehavior.Cascade);
        line.HasIndex(l => new { l.TenantId, l.OrderId, l.DealerId }).IsUnique();
        line.HasIndex(l => new { l.TenantId, l.Id }).HasFilter("state = 'waiting'").HasDatabaseName("ix_copy_lines_waiting");
    }
}
