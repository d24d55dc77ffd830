using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AutoPortal.Pages.Contracts;

/// <summary>Draws blocks one after the other. On the builder's canvas each stands in a <c>div.pb-node[data-block]</c>, and all of them in a <c>div.pb-slot[data-slot]</c> into which others can be dropped; a phone gets neither.</summary>
public sealed class BlockSlot : ComponentBase
{
    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DrawnBlock> Blocks { get; set; } = [];

    /// <summary>Id of the block that they stand in.</summary>
    [Parameter, EditorRequired]
    public string Of { get; set; } = "";

    [CascadingParameter]
    private BlockContext Context { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (!Context.IsPreview)
        {
            Draw(builder);
            return;
        }

        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "pb-slot");
        builder.AddAttribute(2, "data-slot", Of);
        Draw(builder);
        builder.CloseElement();
    }

    private void Draw(RenderTreeBuilder builder)
    {
        foreach (var drawn in Blocks)
        {
            if (Context.IsPreview)
            {
                builder.OpenElement(3, "div");
                builder.SetKey(drawn.Block.Id);
                builder.AddAttribute(4, "class", "pb-node");
                builder.AddAttribute(5, "data-block", drawn.Block.Id);
                builder.AddAttribute(6, "data-kind", drawn.Kind.Code);
                builder.AddAttribute(7, "data-mark", Context.Marks.GetValueOrDefault(drawn.Block.Id));
                Component(builder, drawn);
                builder.CloseElement();
            }
            else
            {
                Component(builder, drawn);
            }
        }
    }

    private static void Component(RenderTreeBuilder builder, DrawnBlock drawn)
    {
        builder.OpenComponent(8, drawn.Kind.ComponentType);
        builder.SetKey(drawn.Block.Id);
        builder.AddComponentParameter(9, "Block", drawn.Block);
        builder.AddComponentParameter(10, "Inner", drawn.Inner);
        builder.CloseComponent();
    }
}
