using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Ui.Forms;

/// <summary>A day, or a day and time, with the browser's own picker. Times are those of a clock in Shanghai.</summary>
public sealed class DateInput<TValue> : InputDate<TValue>
{
    /// <summary>Label, hint and error around it.</summary>
    [CascadingParameter] public FieldContext? Field { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        AdditionalAttributes = FieldContext.Attributes(Field, AdditionalAttributes);
    }
}
