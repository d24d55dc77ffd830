using AutoPortal.Customers.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Customers.Data;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.Property(c => c.NameSealed).HasMaxLength(1000);
        customer.Property(c => c.NameMask).HasMaxLength(10);
        customer.Property(c => c.PhoneSealed).HasMaxLength(200);
        customer.Property(c => c.PhoneTail).HasMaxLength(4);
        customer.Property(c => c.PhoneMask).HasMaxLength(11);
        customer.Property(c => c.Stage).HasMaxLength(20);
        customer.Property(c => c.City).HasMaxLength(20);
        customer.HasIndex(c => new { c.TenantId, c.LastSeenAt, c.Id });
        customer.HasIndex(c => new { c.TenantId, c.Stage, c.LastSeenAt, c.Id });
        customer.HasIndex(c => new { c.TenantId, c.PhoneTail, c.LastSeenAt, c.Id });
    }
}

internal sealed class IdentityKeyConfiguration : IEntityTypeConfiguration<IdentityKey>
{
    public void Configure(EntityTypeBuilder<IdentityKey> key)
    {
        key.Property(k => k.Type).HasMaxLength(30);
        key.Property(k => k.ValueHash).HasMaxLength(64);
        key.Property(k => k.Scope).HasMaxLength(100);
        key.HasIndex(k => new { k.TenantId, k.Type, k.ValueHash, k.Scope }).IsUnique();
        key.HasIndex(k => new { k.TenantId, k.CustomerId });
    }
}

internal sealed class BehaviorEventConfiguration : IEntityTypeConfiguration<BehaviorEvent>
{
    public void Configure(EntityTypeBuilder<BehaviorEvent> fact)
    {
        fact.Property(e => e.What).HasMaxLength(40);
        fact.Property(e => e.Touchpoint).HasMaxLength(200);
        fact.Property(e => e.ObjectType).HasMaxLength(40);
        fact.Property(e => e.ObjectTitle).HasMaxLength(200);
        fact.Property(e => e.TraceId).HasMaxLength(32);
        fact.HasIndex(e => new { e.TenantId, e.CustomerId, e.Id });
        fact.HasIndex(e => new { e.TenantId, e.What, e.Id });
    }
}

internal sealed class ConsentRecordConfiguration : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> consent)
    {
        consent.Property(c => c.Purpose).HasMaxLength(40);
        consent.Property(c => c.TextVersion).HasMaxLength(20);
        consent.Property(c => c.Channel).HasMaxLength(40);
        consent.Property(c => c.Status).HasMaxLength(20);
        consent.HasIndex(c => new { c.TenantId, c.CustomerId, c.Purpose, c.Id });
    }
}

internal sealed class CustomerDealerConfiguration : IEntityTypeConfiguration<CustomerDealer>
{
    public void Configure(EntityTypeBuilder<CustomerDealer> link)
    {
        link.Property(l => l.DealerId).IsRequired();
        link.Property(l => l.Reason).HasMaxLength(20);
        link.HasIndex(l => new { l.TenantId, l.CustomerId, l.DealerId }).IsUnique();
        link.HasIndex(l => new { l.TenantId, l.DealerId, l.CustomerId });
    }
}

internal sealed class NameTokenConfiguration : IEntityTypeConfiguration<NameToken>
{
    public void Configure(EntityTypeBuilder<NameToken> token)
    {
        token.Property(t => t.Token).HasMaxLength(16);
        token.HasIndex(t => new { t.TenantId, t.Token, t.CustomerId }).IsUnique();
        token.HasIndex(t => new { t.TenantId, t.CustomerId });
    }
}
