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
