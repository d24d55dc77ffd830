using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Pages.Data;

internal sealed class MediaConfiguration : IEntityTypeConfiguration<MediaPicture>
{
    public void Configure(EntityTypeBuilder<MediaPicture> picture)
    {
        picture.ToTable("media_pictures");
        picture.Property(p => p.Name).HasMaxLength(MediaPicture.LongestName);
        picture.Property(p => p.Alt).HasMaxLength(MediaPicture.LongestAlt);
        picture.Property(p => p.Sha256).HasMaxLength(64);
        picture.Property(p => p.FilmType).HasMaxLength(8);
        picture.HasOne<MediaPicture>().WithMany().HasForeignKey(p => new { p.TenantId, p.PosterId }).OnDelete(DeleteBehavior.Restrict);
        picture.HasIndex(p => new { p.TenantId, p.DealerId, p.Sha256 }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class MediaReferenceConfiguration : IEntityTypeConfiguration<MediaReference>
{
    public void Configure(EntityTypeBuilder<MediaReference> reference)
    {
        reference.ToTable("media_references");
        reference.HasOne<Page>().WithMany().HasForeignKey(r => new { r.TenantId, r.PageId }).OnDelete(DeleteBehavior.Cascade);
        // The database itself keeps what is shown, whoever saves a page at the moment at which somebody deletes.
        reference.HasOne<MediaPicture>().WithMany().HasForeignKey(r => new { r.TenantId, r.MediaId }).OnDelete(DeleteBehavior.Restrict);
        reference.HasIndex(r => new { r.TenantId, r.PageId, r.Version, r.MediaId }).IsUnique();
        reference.HasIndex(r => new { r.TenantId, r.MediaId });
    }
}
