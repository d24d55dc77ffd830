using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AutoPortal.Ui.Grid;

/// <summary>
/// Draws a row of a list when it comes and when it changed, not whenever the list does: most reloads bring the same rows again,
/// and a circuit keeps both the last and the present drawing of whatever is drawn twice.
/// </summary>
public sealed class GridRow<TItem> : ComponentBase
{
    private (TItem? Row, object? Look)? _drawn;

    /// <summary>What the cells show; compared by equality.</summary>
    [Parameter, EditorRequired] public TItem Row { get; set; } = default!;

    /// <summary>What else the drawing depends on; compared by equality.</summary>
    [Parameter] public object? Look { get; set; }

    /// <summary>The row's elements.</summary>
    [Parameter, EditorRequired] public RenderFragment<TItem> ChildContent { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var asked = (Row, Look);
        if (_drawn is { } drawn && drawn.Equals(asked))
        {
            return false;
        }

        _drawn = asked;
        return true;
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _drawn = (Row, Look);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent, Row);
}
