using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Ui.Forms;

/// <summary>A number with the browser's own keys.</summary>
public sealed class NumberInput<TValue> : InputNumber<TValue>
{
    /// <summary>Label, hint and error around it.</summary>
    [CascadingParameter] public FieldContext? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldContext.Attributes(Field, AdditionalAttributes);
}
