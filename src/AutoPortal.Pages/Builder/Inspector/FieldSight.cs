using System.Text.Json;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>What a person saw in a setting when they began to type: their words answer that value, not one that a colleague saved meanwhile.</summary>
/// <param name="stored">The setting as it is stored now, or null.</param>
internal sealed class FieldSight(Func<JsonElement?> stored)
{
    private SeenValue? _seen;
    private JsonElement? _own;
    private int _saving;

    /// <summary>The first key of what will be saved. What is being saved just now counts as seen.</summary>
    public void Begin() => _seen ??= new(_saving > 0 ? _own : stored());

    /// <summary>Typing began at this value.</summary>
    public void Begin(JsonElement seen) => _seen ??= new(seen);

    /// <summary>Saves a value as the answer to what was seen.</summary>
    public async Task SaveAsync(string field, JsonElement? value, Func<FieldSet, Task> save)
    {
        var seen = _seen;
        (_seen, _own) = (null, value);
        _saving++;
        try
        {
            await save(new(field, value, seen));
        }
        finally
        {
            _saving--;
        }
    }
}

/// <summary>A setting and its new value.</summary>
/// <param name="Field">Its name, or a mark's such as <c>@lock</c>.</param>
/// <param name="Value">The new value; null takes it away.</param>
/// <param name="Seen">What it is an answer to; null for whatever is shown.</param>
public sealed record FieldSet(string Field, JsonElement? Value, SeenValue? Seen = null);

/// <summary>A value that somebody looked at; null stands for an absent one.</summary>
public sealed record SeenValue(JsonElement? Value);
