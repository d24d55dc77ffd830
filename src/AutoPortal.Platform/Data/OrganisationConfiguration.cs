using AutoPortal.Kernel.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Platform.Data;

internal sealed class OrganisationConfiguration :
    IEntityTypeConfiguration<Brand>,
    IEntityTypeConfiguration<Region>,
    IEntityTypeConfiguration<SubRegion>,
    IEntityTypeConfiguration<Dealer>,
    IEntityTypeConfiguration<DealerPlacement>,
    IEntityTypeConfiguration<CarSeries>
{
    public void Configure(EntityTypeBuilder<Brand> brand)
    {
        brand.Property(b => b.Code).HasMaxLength(20);
        brand.Property(b => b.Name).HasMaxLength(60);
        brand.Property(b => b.LevelScheme).HasMaxLength(20);
        brand.Property<uint>("Version").IsRowVersion();
        brand.HasIndex(b => new { b.TenantId, b.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Region> region)
    {
        region.Property(r => r.Code).HasMaxLength(20);
        region.Property(r => r.Name).HasMaxLength(60);
        region.Property<uint>("Version").IsRowVersion();
        region.HasIndex(r => new { r.TenantId, r.BrandId, r.Code }).IsUnique();
        region.HasOne<Brand>().WithMany().HasForeignKey(r => new { r.TenantId, r.BrandId });
    }

    public void Configure(EntityTypeBuilder<SubRegion> subRegion)
    {
        subRegion.Property(s => s.Code).HasMaxLength(20);
        subRegion.Property(s => s.Name).HasMaxLength(60);
        subRegion.Property<uint>("Version").IsRowVersion();
        subRegion.HasIndex(s => new { s.TenantId, s.RegionId, s.Code }).IsUnique();
        subRegion.HasOne<Region>().WithMany().HasForeignKey(s => new { s.TenantId, s.RegionId });
    }

    public void Configure(EntityTypeBuilder<Dealer> dealer)
    {
        dealer.Property(d => d.Kind).HasMaxLength(20);
        dealer.Property(d => d.Code).HasMaxLength(20);
        dealer.Property(d => d.Name).HasMaxLength(100);
        dealer.Property(d => d.Province).HasMaxLength(20);
        dealer.Property(d => d.City).HasMaxLength(20);
        dealer.Property(d => d.District).HasMaxLength(20);
        dealer.Property(d => d.Address).HasMaxLength(Dealer.LongestAddress);
        dealer.Property(d => d.Hotline).HasMaxLength(20);
        dealer.Property(d => d.Contact).HasMaxLength(Dealer.LongestContact);
        dealer.Property(d => d.OpenDays).HasMaxLength(7);
        dealer.Property(d => d.State).HasMaxLength(20)
            .HasConversion(s => SnakeCaseNames.Of(s.ToString()), s => Enum.Parse<DealerState>(s.Replace("_", "", StringComparison.Ordinal), true));
        dealer.Property(d => d.SuspendReason).HasMaxLength(Dealer.LongestReason);
        dealer.Property(d => d.LeaveReason).HasMaxLength(Dealer.LongestReason);
        dealer.Ignore(d => d.At);
        // What nodes of the release before this one read; the next release drops it.
        dealer.Property<bool>("IsActive").HasDefaultValue(true).HasSentinel(false);
        dealer.Property<uint>("Version").IsRowVersion();
        dealer.HasIndex(d => new { d.TenantId, d.Code }).IsUnique();
        dealer.HasOne<Brand>().WithMany().HasForeignKey(d => new { d.TenantId, d.BrandId });
        // The sweep of the day asks who has a leaving to finish.
        dealer.HasIndex(d => new { d.TenantId, d.LeftOn }).HasFilter("left_on is not null and state <> 'left'").HasDatabaseName("ix_dealers_leaving");
        dealer.HasMany(d => d.Placements).WithOne().HasForeignKey(p => new { p.TenantId, p.DealerId });
    }

    public void Configure(EntityTypeBuilder<DealerPlacement> placement)
    {
        placement.ToTable("dealer_placements");
        placement.HasIndex(p => new { p.TenantId, p.DealerId, p.FromOn }).IsUnique();
        placement.HasOne<Region>().WithMany().HasForeignKey(p => new { p.TenantId, p.RegionId });
        placement.HasOne<SubRegion>().WithMany().HasForeignKey(p => new { p.TenantId, p.SubRegionId });
    }

    public void Configure(EntityTypeBuilder<CarSeries> series)
    {
        series.ToTable("car_series");
        series.Property(s => s.Code).HasMaxLength(20);
        series.Property(s => s.Name).HasMaxLength(60);
        series.Property(s => s.NameEn).HasMaxLength(60);
        series.Property(s => s.BodyStyle).HasMaxLength(20);
        series.Property(s => s.Energy).HasMaxLength(20);
        series.Property<uint>("Version").IsRowVersion();
        series.HasIndex(s => new { s.TenantId, s.BrandId, s.Code }).IsUnique();
        series.HasOne<Brand>().WithMany().HasForeignKey(s => new { s.TenantId, s.BrandId });
    }
}
