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
        picture.HasIndex(p => new { p.TenantId, p.Sha256 }).IsUnique();
    }
}
