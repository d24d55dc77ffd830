using System.Text.Json;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoPortal.Platform.Data;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("import_runs");
        run.Property(r => r.Kind).HasMaxLength(30);
        run.Property(r => r.FileSha256).HasMaxLength(64);
        run.Property(r => r.FileName).HasMaxLength(255);
        run.Property(r => r.Sheet).HasMaxLength(60);
        AsJson(run.Property(r => r.Headings));
        AsJson(run.Property(r => r.Columns));
        AsJson(run.Property(r => r.FaultDetails));
        AsJson(run.Property(r => r.DealerIds));
        AsWord(run.Property(r => r.State));
        AsWord(run.Property(r => r.Mode));
        run.Property(r => r.FaultCode).HasMaxLength(60);
        run.Property(r => r.ByName).HasMaxLength(100);
        run.Property(r => r.UndoneByName).HasMaxLength(100);
        run.Property<uint>("Version").IsRowVersion();
        run.HasIndex(r => new { r.TenantId, r.State, r.Id }).HasFilter("state in ('checking', 'applying', 'undoing')").HasDatabaseName("ix_import_runs_at_work");
    }

    public void Configure(EntityTypeBuilder<ImportMapping> mapping)
    {
        mapping.ToTable("import_mappings");
        mapping.Property(m => m.Kind).HasMaxLength(30);
        mapping.Property(m => m.Shape).HasMaxLength(64);
        AsJson(mapping.Property(m => m.Columns));
        mapping.HasIndex(m => new { m.TenantId, m.Kind, m.Shape, m.DealerId }).IsUnique().AreNullsDistinct(false);
    }

    private static void AsWord<T>(PropertyBuilder<T> property) where T : struct, Enum
        => property.HasMaxLength(20).HasConversion(new ValueConverter<T, string>(v => SnakeCaseNames.Of(v.ToString()), w => Enum.GetValues<T>().Single(v => SnakeCaseNames.Of(v.ToString()) == w)));

    private static void AsJson<T>(PropertyBuilder<T> property)
        => property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), j => JsonSerializer.Deserialize<T>(j, JsonSerializerOptions.Default)!),
            new ValueComparer<T>((a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default), v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal)));
}
