using System.Globalization;
using System.Text.Json;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>The fields of an event that fit its contract, as they are stored.</summary>
/// <param name="Subject">What it is counted by.</param>
/// <param name="Amount">What is summed up.</param>
/// <param name="Rest">The other fields as a JSON object, or null where there are none.</param>
/// <param name="Fault">Why they do not fit, or null.</param>
internal readonly record struct EventValues(string Subject, long Amount, string? Rest, EventFault? Fault)
{
    public static EventValues Read(JsonElement? properties, DeclaredEvent contract)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        if (properties is { } fields)
        {
            foreach (var property in fields.EnumerateObject())
            {
                if (contract.Fields.FirstOrDefault(f => property.NameEquals(f.Name)) is not { } field)
                {
                    return Wrong(EventFault.UndeclaredField, NameOf(property));
                }

                if (Value(property.Value, field) is not { } value)
                {
                    return Wrong(EventFault.WrongValue, field.Name);
                }

                if (value is string text && PersonalData.IsIn(text))
                {
                    return Wrong(EventFault.Personal, field.Name);
                }

                given[field.Name] = value;
            }
        }

        if (contract.Fields.FirstOrDefault(f => f.IsRequired && !given.ContainsKey(f.Name)) is { } missing)
        {
            return Wrong(EventFault.WrongValue, missing.Name);
        }

        var subject = string.Join(':', contract.SubjectFields.Select(f => given.GetValueOrDefault(f) as string).Where(s => !string.IsNullOrEmpty(s)));
        var amount = contract.AmountField is { } name && given.GetValueOrDefault(name) is long number ? number : 0;
        var rest = given.Where(g => !contract.SubjectFields.Contains(g.Key, StringComparer.Ordinal) && g.Key != contract.AmountField).ToDictionary(StringComparer.Ordinal);
        return new(subject, amount, rest.Count == 0 ? null : JsonSerializer.Serialize(rest), null);
    }

    private static object? Value(JsonElement value, EventField field)
        => (field.Type, value.ValueKind) switch
        {
            (EventField.Text, JsonValueKind.String) => Text(value, field),
            (EventField.Integer, JsonValueKind.Number) => value.TryGetInt64(out var number) && number >= 0 && number <= field.Max ? number : null,
            (EventField.Truth, JsonValueKind.True) => true,
            (EventField.Truth, JsonValueKind.False) => false,
            _ => null,
        };

    private static string? Text(JsonElement value, EventField field)
    {
        try
        {
            return value.GetString() is { } text && text.Length <= field.Max && !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control)
                && (field.Choices.Count == 0 || field.Choices.Contains(text, StringComparer.Ordinal)) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static EventValues Wrong(string reason, string detail) => new("", 0, null, new(reason, detail));
}
