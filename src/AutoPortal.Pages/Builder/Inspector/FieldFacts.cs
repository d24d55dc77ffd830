using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>One setting as its record declares it: what it is called, what it may hold, what edits it.</summary>
public sealed class FieldFacts
{
    public FieldFacts(PropertyInfo property)
    {
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Item = Type == typeof(string) ? null : Type.GetInterfaces().Append(Type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        IsOptional = new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;
        Rules = [.. property.GetCustomAttributes<ValidationAttribute>()];
        IsLook = property.IsDefined(typeof(LookAttribute));
        IsLong = property.IsDefined(typeof(LongTextAttribute));
        IsLink = property.IsDefined(typeof(LinkAttribute));
        IsFen = property.IsDefined(typeof(FenAttribute)) || Name.EndsWith("Fen", StringComparison.Ordinal);
        NamesBlock = property.GetCustomAttribute<BlockIdAttribute>();
        Choices = property.GetCustomAttribute<ChoicesAttribute>()?.Words ?? (Type.IsEnum ? [.. Enum.GetNames(Type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)] : []);
        Source = property.GetCustomAttribute<ChoicesFromAttribute>()?.Source;
        Most = property.GetCustomAttribute<MostAttribute>()?.Count;
    }

    /// <summary>Name in JSON and in operations.</summary>
    public string Name { get; }

    /// <summary>Type of the value, without its question mark.</summary>
    public Type Type { get; }

    /// <summary>Type of the entries where it is a list.</summary>
    public Type? Item { get; }

    public bool IsOptional { get; }

    public IReadOnlyList<ValidationAttribute> Rules { get; }

    public bool IsLook { get; }

    public bool IsLong { get; }

    public bool IsLink { get; }

    public bool IsFen { get; }

    public BlockIdAttribute? NamesBlock { get; }

    public IReadOnlyList<string> Choices { get; }

    public string? Source { get; }

    public int? Most { get; }

    public bool IsRequired => Rules.Any(r => r is RequiredAttribute);
}
