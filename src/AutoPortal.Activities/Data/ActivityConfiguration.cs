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
        activity.Property(a => a.Audience).HasColumnType("jsonb").HasConversion(new JsonColumn<Audience>()).HasDefaultValueSql("""'{"owners": "any", "known": "any", "cities": []}'""");
        activity.Property(a => a.Wording).HasColumnType("jsonb").HasConversion(new JsonColumn<ActivityWording>()).HasDefaultValueSql("""'{"reward": "", "rules": "", "thanks": ""}'""");
        activity.Property(a => a.Settings).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
        activity.Property(a => a.Fields).HasDefaultValueSql("'{city,dealer,district,series,window}'");
        activity.Property(a => a.Cities).HasDefaultValueSql("'{}'");
        activity.Property(a => a.OfferHours).HasDefaultValue(24);
        activity.Ignore(a => a.SourceCode);
        activity.Ignore(a => a.Places);
        activity.Ignore(a => a.WasToldOfPage);
        activity.Property(a => a.Version).IsConcurrencyToken();
        activity.HasIndex(a => new { a.TenantId, a.Slug }).IsUnique();
        activity.HasIndex(a => new { a.TenantId, a.State, a.SignUpFrom });
        activity.ToTable(table => table.HasCheckConstraint("ck_activities_taken", "taken between 0 and quota::bigint * (100 + oversell_percent) / 100 + added_at_door"));
    }
}

internal sealed class SignUpConfiguration : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> signUp)
    {
        signUp.Property(s => s.State).HasMaxLength(20).HasConversion(s => SignUpStates.Of(s), s => SignUpStates.Read(s));
        signUp.Property(s => s.Answers).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
        signUp.Property(s => s.QueuedAt).HasDefaultValueSql("now()");
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
        signUp.HasIndex(s => new { s.TenantId, s.PhoneHash });
        signUp.HasIndex(s => new { s.TenantId, s.ActivityId, s.QueuedAt }).HasFilter("state = 'waitlisted'");
        signUp.HasIndex(s => new { s.TenantId, s.ActivityId, s.Id });
        signUp.HasIndex(s => new { s.TenantId, s.ActivityId, s.DealerId, s.Id });
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<ActivitySession>
{
    public void Configure(EntityTypeBuilder<ActivitySession> session)
    {
        session.ToTable("activity_sessions");
        session.HasOne<Activity>().WithMany().HasForeignKey(s => new { s.TenantId, s.ActivityId }).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => new { s.TenantId, s.ActivityId, s.StartsAt });
    }
}

internal sealed class SessionQuotaConfiguration : IEntityTypeConfiguration<SessionQuota>
{
    public void Configure(EntityTypeBuilder<SessionQuota> quota)
    {
        quota.ToTable("session_quotas", table => table.HasCheckConstraint("ck_session_quotas_taken", "taken between 0 and places + added_at_door"));
        quota.HasOne<ActivitySession>().WithMany().HasForeignKey(q => new { q.TenantId, q.SessionId }).OnDelete(DeleteBehavior.Restrict);
        quota.HasIndex(q => new { q.TenantId, q.SessionId, q.DealerId }).IsUnique().AreNullsDistinct(false);
        quota.HasIndex(q => new { q.TenantId, q.ActivityId });
    }
}

internal sealed class WaitingOfferConfiguration : IEntityTypeConfiguration<WaitingOffer>
{
    public void Configure(EntityTypeBuilder<WaitingOffer> offer)
    {
        offer.ToTable("waiting_offers");
        offer.Property(o => o.State).HasMaxLength(20);
        offer.Ignore(o => o.IsOpen);
        offer.HasOne<SignUp>().WithMany().HasForeignKey(o => new { o.TenantId, o.SignUpId }).OnDelete(DeleteBehavior.Restrict);
        // One open offer at most: two nodes cannot hold two places for one person.
        offer.HasIndex(o => new { o.TenantId, o.SignUpId }).IsUnique().HasFilter("state = 'open'");
        offer.HasIndex(o => new { o.TenantId, o.ActivityId, o.At });
        offer.HasIndex(o => new { o.TenantId, o.ExpiresAt }).HasFilter("state = 'open'");
    }
}

internal sealed class ActivityStepConfiguration : IEntityTypeConfiguration<ActivityStep>
{
    public void Configure(EntityTypeBuilder<ActivityStep> step)
    {
        step.ToTable("activity_steps");
        step.Property(s => s.From).HasColumnName("from_state").HasMaxLength(20);
        step.Property(s => s.To).HasColumnName("to_state").HasMaxLength(20);
        step.Property(s => s.ByName).HasMaxLength(100);
        step.Property(s => s.Reason).HasMaxLength(500);
        step.HasIndex(s => new { s.TenantId, s.ActivityId, s.Id });
    }
}

internal sealed class SignUpStepConfiguration : IEntityTypeConfiguration<SignUpStep>
{
    public void Configure(EntityTypeBuilder<SignUpStep> step)
    {
        step.ToTable("sign_up_steps");
        step.Property(s => s.From).HasColumnName("from_state").HasMaxLength(20);
        step.Property(s => s.To).HasColumnName("to_state").HasMaxLength(20);
        step.Property(s => s.ByName).HasMaxLength(100);
        step.Property(s => s.Reason).HasMaxLength(40);
        step.HasIndex(s => new { s.TenantId, s.SignUpId, s.Id });
    }
}

internal sealed class GateActConfiguration : IEntityTypeConfiguration<GateAct>
{
    public void Configure(EntityTypeBuilder<GateAct> act)
    {
        act.ToTable("gate_acts");
        act.Property(a => a.How).HasMaxLength(20);
        act.Property(a => a.Outcome).HasMaxLength(40);
        act.Property(a => a.Reason).HasMaxLength(200);
        act.Property(a => a.ByName).HasMaxLength(100);
        act.HasOne<SignUp>().WithMany().HasForeignKey(a => new { a.TenantId, a.SignUpId }).OnDelete(DeleteBehavior.Restrict);
        act.HasOne<Activity>().WithMany().HasForeignKey(a => new { a.TenantId, a.ActivityId }).OnDelete(DeleteBehavior.Restrict);
        act.HasIndex(a => new { a.TenantId, a.ActivityId, a.At });
        act.HasIndex(a => new { a.TenantId, a.SignUpId, a.At });
    }
}

internal sealed class SignUpMessageConfiguration : IEntityTypeConfiguration<SignUpMessage>
{
    public void Configure(EntityTypeBuilder<SignUpMessage> message)
    {
        message.ToTable("sign_up_messages");
        message.Property(m => m.Kind).HasMaxLength(40);
        message.Property(m => m.Outcome).HasMaxLength(60);
        message.HasIndex(m => new { m.TenantId, m.SignUpId, m.Kind });
    }
}
