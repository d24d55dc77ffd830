using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>Says what is wrong with a value and how to mend it.</summary>
internal static class FieldCheck
{
    /// <returns>The sentence to show at the field, or null where the value may be saved.</returns>
    public static string? Wrong(FieldFacts field, JsonElement? value, IStringLocalizer text)
    {
        object? read;
        try
        {
            read = value is { ValueKind: not JsonValueKind.Null } given ? given.Deserialize(field.Type, BlockCatalog.Json) : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return text["invalid.unreadable"];
        }

        if (field.IsLink && read is string { Length: > 0 } link && SafeLink.Of(link) is null)
        {
            return text["invalid.link"];
        }

        if (field.Most is { } most && value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > most)
        {
            return text["invalid.most", most];
        }

        return field.Rules.Where(rule => !Holds(rule, read)).Select(rule => Say(rule, text)).FirstOrDefault();
    }

    private static bool Holds(ValidationAttribute rule, object? value) => rule switch
    {
        RequiredAttribute => value is not null && value is not LocalText { IsEmpty: true } && value is not string { Length: 0 },
        StringLengthAttribute or MaxLengthAttribute when value is LocalText words => rule.IsValid(words.Zh) && rule.IsValid(words.En),
        _ => rule.IsValid(value),
    };

    private static string Say(ValidationAttribute rule, IStringLocalizer text) => rule switch
    {
        RequiredAttribute => text["invalid.required"],
        RangeAttribute range => text["invalid.range", string.Create(CultureInfo.InvariantCulture, $"{range.Minimum}"), string.Create(CultureInfo.InvariantCulture, $"{range.Maximum}")],
        StringLengthAttribute length => text["invalid.length", length.MaximumLength],
        MaxLengthAttribute length => text["invalid.length", length.Length],
        RegularExpressionAttribute { Pattern: "^#[0-9a-fA-F]{6}$" } => text["invalid.colour"],
        _ => text["invalid.shape"],
    };
}
