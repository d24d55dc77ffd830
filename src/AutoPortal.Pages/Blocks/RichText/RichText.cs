using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoPortal.Pages.Blocks.RichText;

/// <summary>Written text as our own small tree. In JSON an array of parts, or a plain string whose lines are paragraphs.</summary>
[JsonConverter(typeof(RichTextConverter))]
public sealed record RichText(IReadOnlyList<RichPart> Parts)
{
    /// <summary>Paragraphs from plain lines.</summary>
    public static RichText OfLines(string text)
        => new([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new RichPart { Runs = [new() { Text = line }] })]);
}

/// <summary>A paragraph, a small heading, or a list.</summary>
public sealed record RichPart
{
    /// <summary><c>paragraph</c>, <c>heading</c>, <c>list</c> or <c>numbers</c>.</summary>
    public string Type { get; init; } = "paragraph";

    /// <summary>The words of a paragraph or heading.</summary>
    public IReadOnlyList<RichRun> Runs { get; init; } = [];

    /// <summary>The lines of a list.</summary>
    public IReadOnlyList<IReadOnlyList<RichRun>> Items { get; init; } = [];
}

/// <summary>Words of one look.</summary>
public sealed record RichRun
{
    public string Text { get; init; } = "";

    public bool Bold { get; init; }

    /// <summary><c>brand</c>, <c>muted</c> or <c>danger</c>; absent for the text's own colour.</summary>
    public string? Color { get; init; }

    /// <summary>Where it leads; an address that may not be linked to is left out.</summary>
    public string? Href { get; init; }
}

internal sealed class RichTextConverter : JsonConverter<RichText>
{
    public override RichText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType is JsonTokenType.String
            ? RichText.OfLines(reader.GetString() ?? "")
            : new(JsonSerializer.Deserialize<List<RichPart>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, RichText value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value.Parts, options);
}
