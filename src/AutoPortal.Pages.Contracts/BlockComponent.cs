using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Contracts;

/// <summary>Draws one block. The component that a phone gets is the one that the builder's canvas shows.</summary>
/// <remarks>It is rendered statically and its output is cached for everybody: nothing personal, no nonce, no token may come out of it.</remarks>
public abstract class BlockComponent<TBlock> : ComponentBase
    where TBlock : Block
{
    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public TBlock Block { get; set; } = null!;

    /// <summary>The blocks inside it, in their order; a container shows them with <see cref="BlockSlot"/>.</summary>
    [Parameter]
    public IReadOnlyList<DrawnBlock> Inner { get; set; } = [];

    /// <summary>The page around it.</summary>
    [CascadingParameter]
    public BlockContext Context { get; set; } = null!;

    /// <summary>The author's words in the page's language; empty where nothing was written.</summary>
    protected string Say(LocalText? text) => text?.In(Context.Language) ?? "";

    /// <summary>Whether the author wrote anything there.</summary>
    protected static bool Has(LocalText? text) => text is { IsEmpty: false };
}
