using AutoPortal.Channels.Captured;
using AutoPortal.Channels.Codes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Channels.Data;

internal sealed class CapturedMessageConfiguration : IEntityTypeConfiguration<CapturedMessage>
{
    public void Configure(EntityTypeBuilder<CapturedMessage> message)
    {
        message.Property(m => m.Channel).HasMaxLength(20);
        message.Property(m => m.RecipientHash).HasMaxLength(64);
        message.Property(m => m.RecipientTail).HasMaxLength(10);
        message.Property(m => m.IdempotencyKey).HasMaxLength(100);
        message.HasIndex(m => new { m.TenantId, m.IdempotencyKey }).IsUnique();
        message.HasIndex(m => new { m.TenantId, m.RecipientHash, m.Id });
        message.HasIndex(m => new { m.TenantId, m.RecipientTail, m.Id });
    }
}

internal sealed class PhoneCodeConfiguration : IEntityTypeConfiguration<PhoneCode>
{
    public void Configure(EntityTypeBuilder<PhoneCode> code)
    {
        code.Property(c => c.PhoneHash).HasMaxLength(64);
        code.Property(c => c.Purpose).HasMaxLength(100);
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.HasIndex(c => new { c.TenantId, c.PhoneHash, c.Purpose }).IsUnique();
        code.HasIndex(c => new { c.TenantId, c.ExpiresAt });
    }
}

internal sealed class CodeCounterConfiguration : IEntityTypeConfiguration<CodeCounter>
{
    public void Configure(EntityTypeBuilder<CodeCounter> counter)
    {
        counter.Property(c => c.Subject).HasMaxLength(100);
        counter.HasIndex(c => new { c.TenantId, c.Subject, c.StartsAt }).IsUnique();
        counter.HasIndex(c => new { c.TenantId, c.StartsAt });
    }
}
