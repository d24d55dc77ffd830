using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoPortal.Leads.Data;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.Property(l => l.Name).HasMaxLength(100);
        lead.Property(l => l.PhoneSealed).HasMaxLength(120);
        lead.Property(l => l.PhoneHash).HasMaxLength(64);
        lead.Property(l => l.PhoneTail).HasMaxLength(4);
        lead.Property(l => l.PhoneMask).HasMaxLength(20);
        lead.Property(l => l.SeriesCode).HasMaxLength(60);
        lead.Property(l => l.Window).HasMaxLength(20).HasConversion(new ValueConverter<PurchaseWindow, string>(w => w.Word(), w => PurchaseWindows.Find(w)!.Value));
        lead.Property(l => l.Province).HasMaxLength(30);
        lead.Property(l => l.City).HasMaxLength(30);
        lead.Property(l => l.District).HasMaxLength(30);
        lead.Property(l => l.State).AsWord();
        lead.Property(l => l.StateBeforeLost).AsWord();
        lead.Property(l => l.Level).AsLetter();
        lead.Property(l => l.Heat).AsWord();
        // Whole hundredths: comparisons of numeric do not reach an index behind row-level security.
        lead.Property(l => l.HeatScore).HasConversion(new ValueConverter<decimal, int>(s => (int)(s * 100), s => s / 100m));
        lead.Property(l => l.FirstSource).HasMaxLength(200);
        lead.Property(l => l.LastSource).HasMaxLength(200);
        lead.Property(l => l.LastActivityTitle).HasMaxLength(200);
        lead.Property(l => l.Flags).AsJson();
        lead.Property(l => l.CleaningSteps).AsJson();
        lead.Property(l => l.Written).AsJson();
        lead.Property(l => l.Mended).AsJson();
        lead.Property(l => l.Queue).AsWord();
        lead.Property(l => l.Proof).AsWord();
        lead.Property(l => l.InvalidReason).HasMaxLength(40);
        lead.Property(l => l.LostReasonL1).HasMaxLength(40);
        lead.Property(l => l.LostReasonL2).HasMaxLength(40);
        lead.Property(l => l.LostEvidence).HasMaxLength(1000);
        lead.Property(l => l.TraceId).HasMaxLength(32);
        lead.Property<uint>("Version").IsRowVersion();

        lead.HasMany(l => l.Moves).WithOne().HasForeignKey("TenantId", nameof(LeadMove.LeadId));
        lead.HasMany(l => l.Touches).WithOne().HasForeignKey("TenantId", nameof(SourceTouch.LeadId));
        lead.HasMany(l => l.FollowUps).WithOne().HasForeignKey("TenantId", nameof(FollowUp.LeadId));
        lead.HasMany(l => l.Plans).WithOne().HasForeignKey("TenantId", nameof(FollowPlan.LeadId));
        lead.HasMany(l => l.LevelChanges).WithOne().HasForeignKey("TenantId", nameof(LevelChange.LeadId));
        lead.HasMany(l => l.Allocations).WithOne().HasForeignKey("TenantId", nameof(AllocationRecord.LeadId));

        // Lists: by age for whoever sees all, a dealer or only their own; by due time within a desk; what a clock broke.
        lead.HasIndex(l => new { l.TenantId, l.DealerId, l.Id });
        lead.HasIndex(l => new { l.TenantId, l.OwnerId, l.Id });
        lead.HasIndex(l => new { l.TenantId, l.State, l.Id });
        lead.HasIndex(l => new { l.TenantId, l.DueAt, l.Id });
        lead.HasIndex(l => new { l.TenantId, l.OwnerId, l.DueAt, l.Id });
        lead.HasIndex(l => new { l.TenantId, l.HeatScore, l.Id });
        // What the clock looks at next.
        lead.HasIndex(l => new { l.TenantId, l.ClockAt });
        lead.HasIndex(l => new { l.TenantId, l.PhoneHash });
        lead.HasIndex(l => new { l.TenantId, l.PhoneTail });
        lead.HasIndex(l => new { l.TenantId, l.CustomerId });
        lead.HasIndex(l => new { l.TenantId, l.ImportRunId, l.Id }).HasFilter("import_run_id is not null");
        lead.HasIndex(l => new { l.TenantId, l.Queue, l.Id }).HasFilter("queue is not null");
        // What is on the desks, read whole by every intake.
        lead.HasIndex(l => new { l.TenantId, l.DealerId, l.OwnerId, l.AssignedAt }).HasFilter(DeskLoads.OnADesk).HasDatabaseName("ix_leads_desks");
    }
}

internal sealed class LeadMoveConfiguration : IEntityTypeConfiguration<LeadMove>
{
    public void Configure(EntityTypeBuilder<LeadMove> move)
    {
        move.ToTable("lead_moves");
        move.Property(m => m.From).AsWord();
        move.Property(m => m.To).AsWord();
        move.Property(m => m.Trigger).AsWord();
        move.Property(m => m.As).AsWord();
        move.Property(m => m.Reason).HasMaxLength(LeadRefusals.LongestReason);
        // Not unique: two people at once must end as changed_meanwhile, and that is the row version's to say.
        move.HasIndex(m => new { m.TenantId, m.LeadId, m.Number });
    }
}

internal sealed class SourceTouchConfiguration : IEntityTypeConfiguration<SourceTouch>
{
    public void Configure(EntityTypeBuilder<SourceTouch> touch)
    {
        touch.ToTable("source_touches");
        touch.Property(t => t.Source).HasMaxLength(SourceTouch.LongestWord);
        touch.Property(t => t.ActivityTitle).HasMaxLength(SourceTouch.LongestWord);
        touch.Property(t => t.TraceId).HasMaxLength(32);
        touch.HasIndex(t => new { t.TenantId, t.LeadId });
        touch.HasIndex(t => new { t.TenantId, t.ActivityId });
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> followUp)
    {
        followUp.ToTable("follow_ups");
        followUp.Property(f => f.Channel).AsWord();
        followUp.Property(f => f.Result).AsWord();
        followUp.Property(f => f.Note).HasMaxLength(FollowUp.LongestNote);
        followUp.Property(f => f.Level).AsLetter();
        followUp.HasIndex(f => new { f.TenantId, f.LeadId });
    }
}

internal sealed class LevelChangeConfiguration : IEntityTypeConfiguration<LevelChange>
{
    public void Configure(EntityTypeBuilder<LevelChange> change)
    {
        change.ToTable("level_changes");
        change.Property(c => c.From).AsLetter();
        change.Property(c => c.To).AsLetter();
        change.Property(c => c.Reason).HasMaxLength(LeadRefusals.LongestReason);
        change.HasIndex(c => new { c.TenantId, c.LeadId });
    }
}

internal sealed class FollowPlanConfiguration : IEntityTypeConfiguration<FollowPlan>
{
    public void Configure(EntityTypeBuilder<FollowPlan> plan)
    {
        plan.ToTable("follow_plans");
        plan.HasIndex(p => new { p.TenantId, p.LeadId });
        plan.HasIndex(p => new { p.TenantId, p.OwnerId, p.DueAt }).HasFilter("done_at is null and dropped_at is null");
    }
}

internal sealed class AllocationRecordConfiguration : IEntityTypeConfiguration<AllocationRecord>
{
    public void Configure(EntityTypeBuilder<AllocationRecord> allocation)
    {
        allocation.ToTable("allocations");
        allocation.Property(a => a.Step).AsWord();
        allocation.Property(a => a.Rule).AsWord();
        allocation.Property(a => a.Candidates).AsJson();
        allocation.HasIndex(a => new { a.TenantId, a.LeadId });
    }
}

internal sealed class ServiceLevelsConfiguration : IEntityTypeConfiguration<ServiceLevels>
{
    public void Configure(EntityTypeBuilder<ServiceLevels> levels)
    {
        levels.ToTable("service_levels", table => table.HasCheckConstraint("ck_service_levels_contact", "contact_minutes > 0 and urgent_contact_minutes > 0"));
        levels.HasIndex(l => l.TenantId).IsUnique();
    }
}

internal sealed class ClockBreachConfiguration : IEntityTypeConfiguration<ClockBreach>
{
    public void Configure(EntityTypeBuilder<ClockBreach> breach)
    {
        breach.Property(b => b.Step).AsWord();
        // Goes with its lead, where an import of it is taken back.
        breach.HasOne<Lead>().WithMany().HasForeignKey("TenantId", nameof(ClockBreach.LeadId));
        // One breach acts once, whichever node saw it first.
        breach.HasIndex(b => new { b.TenantId, b.LeadId, b.Step, b.Since }).IsUnique();
        breach.HasIndex(b => new { b.TenantId, b.DealerId, b.At });
    }
}

internal sealed class BlockedContactConfiguration : IEntityTypeConfiguration<BlockedContact>
{
    public void Configure(EntityTypeBuilder<BlockedContact> contact)
    {
        contact.Property(c => c.PhoneHash).HasMaxLength(64);
        contact.Property(c => c.PhoneMask).HasMaxLength(20);
        contact.Property(c => c.Reason).AsWord();
        contact.HasIndex(c => new { c.TenantId, c.PhoneHash }).IsUnique();
    }
}

internal sealed class LeadNameTokenConfiguration : IEntityTypeConfiguration<LeadNameToken>
{
    public void Configure(EntityTypeBuilder<LeadNameToken> token)
    {
        token.ToTable("lead_name_tokens");
        token.HasKey(t => new { t.TenantId, t.Token, t.LeadId });
        token.Property(t => t.Token).HasMaxLength(4);
    }
}

internal sealed class StoredTurnConfiguration : IEntityTypeConfiguration<StoredTurn>
{
    public void Configure(EntityTypeBuilder<StoredTurn> turn)
    {
        turn.ToTable("rotation_turns");
        turn.HasKey(t => new { t.TenantId, t.Pool, t.MemberId });
        turn.Property(t => t.Pool).HasMaxLength(160);
    }
}
