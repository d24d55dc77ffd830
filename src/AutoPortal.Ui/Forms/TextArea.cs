using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Ui.Forms;

/// <summary>Several lines of text.</summary>
public sealed class TextArea : InputTextArea
{
    /// <summary>Label, hint and error around it.</summary>
    [CascadingParameter] public FieldContext? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => AdditionalAttributes = FieldContext.Attributes(Field, AdditionalAttributes);
}
