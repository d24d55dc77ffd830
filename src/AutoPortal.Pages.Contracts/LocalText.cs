using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoPortal.Pages.Contracts;

/// <summary>Words that an author wrote: Chinese, and English where there is any.</summary>
/// <remarks>In JSON a plain string where there is only Chinese, else <c>{ "zh": "…", "en": "…" }</c>.</remarks>
[JsonConverter(typeof(LocalTextConverter))]
public sealed record LocalText(string Zh, string? En = null)
{
    /// <summary>Chinese only.</summary>
    public static implicit operator LocalText(string zh) => new(zh);

    /// <summary>Nothing was written in any language.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Zh) && string.IsNullOrWhiteSpace(En);

    /// <summary>The words in a language; where they are missing, those of the other one.</summary>
    public string In(string language)
        => string.Equals(language, PageLanguages.English, StringComparison.Ordinal)
            ? FirstWritten(En, Zh)
            : FirstWritten(Zh, En);

    private static string FirstWritten(string? first, string? second)
        => string.IsNullOrWhiteSpace(first) ? second ?? "" : first;
}

internal sealed class LocalTextConverter : JsonConverter<LocalText>
{
    public override LocalText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return new(reader.GetString() ?? "");
        }

        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException("Words are a string or an object with zh and en.");
        }

        return new(Word(json.RootElement, "zh") ?? "", Word(json.RootElement, "en"));
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        if (value.En is null)
        {
            writer.WriteStringValue(value.Zh);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("zh", value.Zh);
        writer.WriteString("en", value.En);
        writer.WriteEndObject();
    }

    private static string? Word(JsonElement json, string name)
        => json.TryGetProperty(name, out var word) && word.ValueKind is JsonValueKind.String ? word.GetString() : null;
}
