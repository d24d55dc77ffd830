using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AutoPortal.Leads.Data;

/// <summary>How this module stores what PostgreSQL has no type for: enums as words, lists as jsonb that is read whole and never filtered by.</summary>
internal static class Words
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static PropertyBuilder<T> AsWord<T>(this PropertyBuilder<T> property) where T : struct, Enum
        => property.HasMaxLength(40).HasConversion(new ValueConverter<T, string>(v => StoredWord<T>.Of(v), w => StoredWord<T>.Read(w)));

    public static PropertyBuilder<T?> AsWord<T>(this PropertyBuilder<T?> property) where T : struct, Enum
        => property.HasMaxLength(40).HasConversion(new ValueConverter<T, string>(v => StoredWord<T>.Of(v), w => StoredWord<T>.Read(w)));

    public static void AsLetter(this PropertyBuilder<LeadLevel> level)
        => level.HasMaxLength(1).HasConversion(new ValueConverter<LeadLevel, string>(v => v.ToString(), letter => LeadLevels.Read(letter)));

    public static void AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property)
        => property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => JsonSerializer.Serialize(list, Json), json => JsonSerializer.Deserialize<List<T>>(json, Json)!),
            new ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), list => list.Count, list => list));
}
