using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Ui.Forms;

/// <summary>A choice from few, with the browser's own list; options stand inside as <c>option</c> elements.</summary>
public sealed class Select<TValue> : InputSelect<TValue>
{
    /// <summary>Label, hint and error around it.</summary>
    [CascadingParameter] public FieldContext? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldContext.Attributes(Field, AdditionalAttributes);
}
