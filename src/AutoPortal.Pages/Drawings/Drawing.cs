using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AutoPortal.Pages.Drawings;

/// <summary>Puts one of the project's own drawings into the page. Inline, because an image file does not see the page's theme variables.</summary>
public sealed class Drawing : ComponentBase
{
    /// <summary>Which drawing, such as <c>suv</c>.</summary>
    [Parameter, EditorRequired]
    public string? Code { get; set; }

    /// <summary>What it shows; empty where it is ornament.</summary>
    [Parameter]
    public string Alt { get; set; } = "";

    /// <summary>Colour of the car: brand, pearl, ink, sand, jade, coral, sky, plum.</summary>
    [Parameter]
    public string? Paint { get; set; }

    /// <summary>More classes for the element around the drawing.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (DrawingCatalog.Find(Code) is not { } drawing)
        {
            return;
        }

        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", string.Join(' ', new[] { "pg-art", Paints.ClassOf(Paint), Class }.Where(c => !string.IsNullOrEmpty(c))));
        if (Alt.Length > 0)
        {
            builder.AddAttribute(2, "role", "img");
            builder.AddAttribute(3, "aria-label", Alt);
        }

        // Markup of our own build, chosen by a code from a closed list: nothing that a person wrote comes through here.
        builder.AddMarkupContent(4, drawing.Markup);
        builder.CloseElement();
    }
}
