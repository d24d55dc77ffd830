using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Ui.Forms;

/// <summary>A line of text; <c>type</c>, <c>inputmode</c>, <c>maxlength</c> and the like are given as attributes.</summary>
public sealed class TextInput : InputText
{
    /// <summary>Label, hint and error around it.</summary>
    [CascadingParameter] public FieldContext? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldContext.Attributes(Field, AdditionalAttributes);
}
