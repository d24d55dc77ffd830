using System.Text.Json;
using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoPortal.Platform.Data;

/// <summary>How values that are no columns of their own are stored.</summary>
internal static class StoredForms
{
    /// <summary>As its snake_case word.</summary>
    public static void AsWord<T>(this PropertyBuilder<T> property) where T : struct, Enum
        => property.HasMaxLength(20).HasConversion(new ValueConverter<T, string>(v => SnakeCaseNames.Of(v.ToString()), w => Enum.GetValues<T>().Single(v => SnakeCaseNames.Of(v.ToString()) == w)));

    /// <summary>As JSON; never filtered by.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property)
        => property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), j => JsonSerializer.Deserialize<T>(j, JsonSerializerOptions.Default)!),
            new ValueComparer<T>((a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default), v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal)));
}
