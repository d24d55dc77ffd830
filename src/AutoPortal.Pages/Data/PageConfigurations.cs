using System.Text.Encodings.Web;
using System.Text.Json;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Masters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoPortal.Pages.Data;

internal sealed class PageConfiguration : IEntityTypeConfiguration<Page>
{
    public void Configure(EntityTypeBuilder<Page> page)
    {
        page.Property(p => p.PathKind).HasMaxLength(8);
        page.Property(p => p.Slug).HasMaxLength(PageSlug.MaxLength);
        page.Property(p => p.Title).HasConversion<JsonColumn<LocalText>>().HasColumnType("jsonb");
        page.Property(p => p.Description).HasConversion<JsonColumn<LocalText>>().HasColumnType("jsonb");
        page.Property(p => p.Theme).HasConversion<JsonColumn<PageTheme>>().HasColumnType("jsonb");
        page.Property(p => p.Document).HasColumnType("jsonb");
        page.Property(p => p.State).HasMaxLength(20).HasConversion(new StateColumn<PageState>());
        page.Property(p => p.Folder).HasMaxLength(PageFolder.MaxLength);
        page.Property<uint>("Version").IsRowVersion();
        page.HasIndex(p => new { p.TenantId, p.PathKind, p.Slug }).IsUnique();
        page.HasIndex(p => new { p.TenantId, p.SubjectId });
        page.HasIndex(p => new { p.TenantId, p.IsArchived, p.ChangedAt });
        // A dealer has one copy of a master.
        page.HasIndex(p => new { p.TenantId, p.MasterId, p.DealerId }).IsUnique().HasFilter("master_id is not null");
    }
}

internal sealed class PageVersionConfiguration : IEntityTypeConfiguration<PageVersion>
{
    public void Configure(EntityTypeBuilder<PageVersion> version)
    {
        version.Property(p => p.Title).HasConversion<JsonColumn<LocalText>>().HasColumnType("jsonb");
        version.Property(p => p.Description).HasConversion<JsonColumn<LocalText>>().HasColumnType("jsonb");
        version.Property(p => p.Theme).HasConversion<JsonColumn<PageTheme>>().HasColumnType("jsonb");
        version.Property(p => p.Document).HasColumnType("jsonb");
        // Named when a version was made by its publication only.
        version.Property(p => p.FixedBy).HasColumnName("published_by");
        version.Property(p => p.FixedAt).HasColumnName("published_at");
        version.HasIndex(p => new { p.TenantId, p.PageId, p.Number }).IsUnique();
    }
}

internal sealed class KeptEditConfiguration : IEntityTypeConfiguration<KeptEdit>
{
    public void Configure(EntityTypeBuilder<KeptEdit> edit)
    {
        edit.Property(e => e.Edit).HasColumnType("jsonb");
        edit.Property(e => e.Inverse).HasColumnType("jsonb");
        edit.HasIndex(e => new { e.TenantId, e.PageId, e.By, e.Id });
        edit.HasIndex(e => new { e.TenantId, e.PageId, e.OperationId }).IsUnique();
    }
}

internal sealed class PublishedPageConfiguration : IEntityTypeConfiguration<PublishedPage>
{
    public void Configure(EntityTypeBuilder<PublishedPage> page)
    {
        page.Property(p => p.PathKind).HasMaxLength(8);
        page.Property(p => p.Slug).HasMaxLength(PageSlug.MaxLength);
        page.Property(p => p.Title).HasConversion<JsonColumn<LocalText>>().HasColumnType("jsonb");
        page.Property(p => p.Description).HasConversion<JsonColumn<LocalText>>().HasColumnType("jsonb");
        page.Property(p => p.Theme).HasConversion<JsonColumn<PageTheme>>().HasColumnType("jsonb");
        page.Property(p => p.Document).HasColumnType("jsonb");
        page.HasIndex(p => new { p.TenantId, p.PathKind, p.Slug }).IsUnique();
    }
}

internal sealed class PageReleaseConfiguration : IEntityTypeConfiguration<PageRelease>
{
    public void Configure(EntityTypeBuilder<PageRelease> release)
    {
        release.Property(r => r.State).HasMaxLength(20).HasConversion(new StateColumn<ReleaseState>());
        release.Property(r => r.Note).HasMaxLength(PageRelease.NoteLength);
        release.Property(r => r.Reason).HasMaxLength(PageRelease.NoteLength);
        release.Property<uint>("RowVersion").IsRowVersion();
        release.HasOne<Page>().WithMany().HasForeignKey(r => new { r.TenantId, r.PageId }).OnDelete(DeleteBehavior.Restrict);
        release.HasIndex(r => new { r.TenantId, r.PageId, r.Id });
        release.HasIndex(r => new { r.TenantId, r.State, r.LiveFrom });
        // One version of a page is on its way at a time. That one alone is live is kept by the page's row version: each publication changes it.
        release.HasIndex(r => new { r.TenantId, r.PageId }).IsUnique().HasFilter("state in ('reviewing', 'scheduled')").HasDatabaseName("ux_page_releases_pending");
    }
}

internal sealed class PageConflictConfiguration : IEntityTypeConfiguration<PageConflict>
{
    public void Configure(EntityTypeBuilder<PageConflict> conflict)
    {
        conflict.Property(c => c.Kind).HasMaxLength(40).HasConversion(new StateColumn<ConflictKind>());
        conflict.Property(c => c.BlockId).HasMaxLength(64);
        conflict.Property(c => c.Field).HasMaxLength(100);
        conflict.Property(c => c.Hqs).HasColumnType("jsonb");
        conflict.Property(c => c.Dealers).HasColumnType("jsonb");
        conflict.HasOne<Page>().WithMany().HasForeignKey(c => new { c.TenantId, c.PageId }).OnDelete(DeleteBehavior.Cascade);
        conflict.HasIndex(c => new { c.TenantId, c.PageId, c.Id });
    }
}

internal sealed class PagePreviewConfiguration : IEntityTypeConfiguration<PagePreview>
{
    public void Configure(EntityTypeBuilder<PagePreview> preview)
    {
        preview.Property(p => p.TokenHash).HasMaxLength(64);
        preview.HasOne<Page>().WithMany().HasForeignKey(p => new { p.TenantId, p.PageId }).OnDelete(DeleteBehavior.Restrict);
        preview.HasIndex(p => new { p.TenantId, p.TokenHash }).IsUnique();
        preview.HasIndex(p => new { p.TenantId, p.PageId, p.Id });
    }
}

/// <summary>A state as a word in snake_case.</summary>
internal sealed class StateColumn<TState>() : ValueConverter<TState, string>(
    state => StateWords.Of(state),
    word => StateWords.Read<TState>(word))
    where TState : struct, Enum;

/// <summary>A small record in a jsonb column: it is stored and read whole, never filtered by.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonColumnOptions.Web),
    json => JsonSerializer.Deserialize<T>(json, JsonColumnOptions.Web)!)
    where T : class;

internal static class JsonColumnOptions
{
    public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
