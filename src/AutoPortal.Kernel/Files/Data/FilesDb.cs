using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Kernel.Files.Data;

internal sealed class FilesDb(DbContextOptions<FilesDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "files";

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<FileChunk> Chunks => Set<FileChunk>();

    public override string SchemaName => Schema;
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Name).HasMaxLength(255);
        builder.HasIndex(f => new { f.TenantId, f.Sha256 }).IsUnique();
    }
}

internal sealed class FileChunkConfiguration : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> builder)
    {
        builder.ToTable("file_chunks");
        builder.HasIndex(c => new { c.TenantId, c.FileId, c.Number }).IsUnique();
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(c => new { c.TenantId, c.FileId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FilesDesign() : ModuleDbDesign<FilesDb>(FilesDb.Schema);
