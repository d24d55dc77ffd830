using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Themes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AutoPortal.Pages.Drawings;

/// <summary>One of the project's own drawings in the colours of the page's theme.</summary>
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

    /// <summary>More classes.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Inside the page itself: for the first screen, which must not wait for a second request.</summary>
    [Parameter]
    public bool IsInline { get; set; }

    /// <summary>The page, where there is one.</summary>
    [CascadingParameter]
    public BlockContext? Context { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (DrawingCatalog.Find(Code) is not { } file)
        {
            return;
        }

        if (IsInline || Context is null)
        {
            DrawInline(builder, file);
        }
        else
        {
            DrawLinked(builder, file, Context);
        }
    }

    private void DrawInline(RenderTreeBuilder builder, DrawingFile file)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", Classes(Paints.ClassOf(Paint)));
        if (Alt.Length > 0)
        {
            builder.AddAttribute(2, "role", "img");
            builder.AddAttribute(3, "aria-label", Alt);
        }

        // Markup of our own build, chosen by a code from a closed list: nothing that a person wrote comes through here.
        builder.AddMarkupContent(4, file.Inline);
        builder.CloseElement();
    }

    private void DrawLinked(RenderTreeBuilder builder, DrawingFile file, BlockContext page)
    {
        var theme = ThemeTokens.Of(page.Theme) ?? ThemeTokens.Of(PageTheme.Default)!;
        builder.OpenElement(5, "img");
        builder.AddAttribute(6, "class", Classes(null));
        builder.AddAttribute(7, "src", DrawingAddress.Of(page.TenantIdentifier, Code!, file, Paint, theme));
        builder.AddAttribute(8, "alt", Alt);
        builder.AddAttribute(9, "width", file.Width);
        builder.AddAttribute(10, "height", file.Height);
        builder.AddAttribute(11, "loading", "lazy");
        builder.AddAttribute(12, "decoding", "async");
        builder.CloseElement();
    }

    private string Classes(string? paint) => string.Join(' ', new[] { "pg-art", paint, Class }.Where(c => !string.IsNullOrEmpty(c)));
}
