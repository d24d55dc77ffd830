using AutoPortal.Kernel.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Platform.Data;

internal sealed class PeopleConfiguration :
    IEntityTypeConfiguration<Role>,
    IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<DutyShift>,
    IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.Property(r => r.Template).HasMaxLength(40);
        role.Property(r => r.Name).HasMaxLength(60);
        role.HasIndex(r => new { r.TenantId, r.Template });
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.Property(m => m.Name).HasMaxLength(60);
        membership.Property(m => m.Reach).HasMaxLength(20)
            .HasConversion(r => SnakeCaseNames.Of(r.ToString()), r => Enum.Parse<MembershipReach>(r.Replace("_", "", StringComparison.Ordinal), true));
        membership.Property<uint>("Version").IsRowVersion();
        membership.HasIndex(m => new { m.TenantId, m.AccountId });
        membership.HasIndex(m => new { m.TenantId, m.DealerId });
        membership.HasOne<Role>().WithMany().HasForeignKey(m => new { m.TenantId, m.RoleId });
        membership.HasOne<Dealer>().WithMany().HasForeignKey(m => new { m.TenantId, m.DealerId });
    }

    public void Configure(EntityTypeBuilder<DutyShift> shift)
    {
        shift.ToTable("duty_shifts");
        shift.HasIndex(s => new { s.TenantId, s.DealerId, s.StartedAt });
        // At most one open shift, also when two nodes begin one at once.
        shift.HasIndex(s => new { s.TenantId, s.AccountId, s.DealerId }).IsUnique().HasFilter("ended_at is null").HasDatabaseName("ux_duty_shifts_open");
    }

    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.Property(n => n.Key).HasMaxLength(100);
        notification.Property(n => n.Code).HasMaxLength(100);
        notification.Property(n => n.Href).HasMaxLength(300);
        notification.HasIndex(n => new { n.TenantId, n.AccountId, n.Key }).IsUnique();
        notification.HasIndex(n => new { n.TenantId, n.AccountId, n.Id });
        notification.HasIndex(n => new { n.TenantId, n.AccountId }).HasFilter("read_at is null").HasDatabaseName("ix_notifications_unread");
    }
}
