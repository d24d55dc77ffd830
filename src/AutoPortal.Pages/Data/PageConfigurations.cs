using System.Text.Encodings.Web;
using System.Text.Json;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Domain;
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
        page.Property<uint>("Version").IsRowVersion();
        page.HasIndex(p => new { p.TenantId, p.PathKind, p.Slug }).IsUnique();
        page.HasIndex(p => new { p.TenantId, p.SubjectId });
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
        version.HasIndex(p => new { p.TenantId, p.PageId, p.Number }).IsUnique();
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

/// <summary>A small record in a jsonb column: it is stored and read whole, never filtered by.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonColumnOptions.Web),
    json => JsonSerializer.Deserialize<T>(json, JsonColumnOptions.Web)!)
    where T : class;

internal static class JsonColumnOptions
{
    public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
