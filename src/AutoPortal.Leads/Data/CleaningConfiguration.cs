using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Leads.Data;

internal sealed class CleaningRuleSetConfiguration : IEntityTypeConfiguration<CleaningRuleSet>
{
    public void Configure(EntityTypeBuilder<CleaningRuleSet> rules)
    {
        rules.Property(r => r.Reason).HasMaxLength(LeadRefusals.LongestReason);
        rules.Ignore(r => r.Rules);
        rules.HasIndex(r => new { r.TenantId, r.Version }).IsUnique();
    }
}

internal sealed class CleaningAliasConfiguration : IEntityTypeConfiguration<CleaningAlias>
{
    public void Configure(EntityTypeBuilder<CleaningAlias> alias)
    {
        alias.Property(a => a.Field).HasMaxLength(40);
        alias.Property(a => a.Word).HasMaxLength(CleaningAlias.LongestWord);
        alias.Property(a => a.Code).HasMaxLength(100);
        alias.HasIndex(a => new { a.TenantId, a.Field, a.Word }).IsUnique();
    }
}

internal sealed class CleaningReplayConfiguration : IEntityTypeConfiguration<CleaningReplay>
{
    public void Configure(EntityTypeBuilder<CleaningReplay> replay)
    {
        replay.Property(r => r.State).AsWord();
        replay.Property(r => r.Source).HasMaxLength(SourceTouch.LongestWord);
        replay.Property(r => r.What).AsJson();
        replay.Property(r => r.Results).AsJson();
        replay.Property(r => r.Done).AsJson();
        replay.Property(r => r.Samples).AsJson();
        replay.Ignore(r => r.Scope);
        // One at a time: two would look at leads that the other is changing.
        replay.HasIndex(r => r.TenantId).IsUnique().HasFilter("state in ('checking', 'applying')").HasDatabaseName("ix_cleaning_replays_at_work");
    }
}

internal sealed class VerificationCallConfiguration : IEntityTypeConfiguration<VerificationCall>
{
    public void Configure(EntityTypeBuilder<VerificationCall> call)
    {
        call.ToTable("verification_calls");
        call.HasIndex(c => new { c.TenantId, c.LeadId });
    }
}

internal sealed class UnknownWordConfiguration : IEntityTypeConfiguration<UnknownWord>
{
    public void Configure(EntityTypeBuilder<UnknownWord> word)
    {
        word.ToTable("unknown_words");
        word.HasKey(w => new { w.TenantId, w.Field, w.Word, w.LeadId });
        word.Property(w => w.Field).HasMaxLength(40);
        word.Property(w => w.Word).HasMaxLength(CleaningAlias.LongestWord);
        word.HasIndex(w => new { w.TenantId, w.LeadId });
    }
}
