using System.Text.Json;
using AutoPortal.Pages.Documents;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>Edits one value of a setting. It holds what was typed; what may be saved goes up.</summary>
public abstract class FieldEditor : ComponentBase
{
    /// <summary>The setting.</summary>
    [Parameter, EditorRequired] public FieldFacts Field { get; set; } = null!;

    /// <summary>The value as it is stored, or null.</summary>
    [Parameter] public JsonElement? Value { get; set; }

    /// <summary>A new value; null takes the setting away.</summary>
    [Parameter] public EventCallback<JsonElement?> Changed { get; set; }

    /// <summary>Id of the input that the label names.</summary>
    [Parameter] public string InputId { get; set; } = "";

    /// <summary>Ids of hint and error.</summary>
    [Parameter] public string? DescribedBy { get; set; }

    /// <summary>Whether the value was refused.</summary>
    [Parameter] public bool IsWrong { get; set; }

    [CascadingParameter] internal InspectorScene Scene { get; set; } = null!;

    protected string? Invalid => IsWrong ? "true" : null;

    protected static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, BlockCatalog.Json);

    protected string Word => Value is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";
}
