using AutoPortal.Activities.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Activities.Data;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.Property(a => a.Type).HasMaxLength(40);
        activity.Property(a => a.Slug).HasMaxLength(63);
        activity.Property(a => a.TitleZh).HasMaxLength(100);
        activity.Property(a => a.TitleEn).HasMaxLength(200);
        activity.Property(a => a.VenueZh).HasMaxLength(200);
        activity.Property(a => a.VenueEn).HasMaxLength(300);
        activity.Property(a => a.Scope).HasMaxLength(20);
        activity.Property(a => a.State).HasMaxLength(20).HasConversion(s => StateWord.Of(s), s => StateWord.Read(s));
        activity.Ignore(a => a.SourceCode);
        activity.Property(a => a.Version).IsConcurrencyToken();
        activity.HasIndex(a => new { a.TenantId, a.Slug }).IsUnique();
        activity.HasIndex(a => new { a.TenantId, a.State, a.SignUpFrom });
        activity.ToTable(table => table.HasCheckConstraint("ck_activities_taken", "taken between 0 and quota"));
    }
}

internal sealed class SignUpConfiguration : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> signUp)
    {
        signUp.Property(s => s.State).HasMaxLength(20);
        signUp.Property(s => s.NameSealed).HasMaxLength(1000);
        signUp.Property(s => s.NameMask).HasMaxLength(10);
        signUp.Property(s => s.PhoneSealed).HasMaxLength(200);
        signUp.Property(s => s.PhoneHash).HasMaxLength(64);
        signUp.Property(s => s.PhoneTail).HasMaxLength(4);
        signUp.Property(s => s.PhoneMask).HasMaxLength(11);
        signUp.Property(s => s.Consents).HasColumnType("jsonb");
        signUp.Property(s => s.Province).HasMaxLength(20);
        signUp.Property(s => s.City).HasMaxLength(20);
        signUp.Property(s => s.District).HasMaxLength(20);
        signUp.Property(s => s.SeriesCode).HasMaxLength(40);
        signUp.Property(s => s.PurchaseWindow).HasMaxLength(10);
        signUp.Property(s => s.TraceId).HasMaxLength(32);
        signUp.HasOne<Activity>().WithMany().HasForeignKey(s => new { s.TenantId, s.ActivityId }).OnDelete(DeleteBehavior.Restrict);
        signUp.HasIndex(s => new { s.TenantId, s.ActivityId, s.PhoneHash }).IsUnique();
        signUp.HasIndex(s => new { s.TenantId, s.ActivityId, s.Id });
        signUp.HasIndex(s => new { s.TenantId, s.ActivityId, s.DealerId, s.Id });
    }
}
