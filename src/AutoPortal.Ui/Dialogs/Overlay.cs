using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AutoPortal.Ui.Dialogs;

/// <summary>What drawers and dialogs share: the keyboard stays inside while one is open, and goes back to where it came from.</summary>
public abstract class Overlay : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<Overlay>? _self;
    private bool _taken;

    /// <summary>Whether it is open; the parent decides.</summary>
    [Parameter, EditorRequired] public bool Open { get; set; }

    /// <summary>The person wants it closed: Escape, the cross, or a press beside it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>Heading.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What it holds.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Buttons at its foot; the one that acts stands last.</summary>
    [Parameter] public RenderFragment? Foot { get; set; }

    /// <summary>The dialog's element.</summary>
    protected ElementReference Element { get; set; }

    /// <summary>Ties the heading to the dialog.</summary>
    protected string TitleId { get; } = ElementIds.Next("dialog");

    [Inject] private IJSRuntime Js { get; set; } = null!;

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task AskToCloseAsync() => InvokeAsync(() => OnClose.InvokeAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _self?.Dispose();
        if (_taken)
        {
            await GiveBackAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Open && !_taken)
        {
            _taken = true;
            _self ??= DotNetObjectReference.Create(this);
            await Js.InvokeVoidAsync("autoportal.openDialog", Element, _self);
        }
        else if (!Open && _taken)
        {
            await GiveBackAsync();
        }
    }

    private async Task GiveBackAsync()
    {
        _taken = false;
        try
        {
            await Js.InvokeVoidAsync("autoportal.closeDialog", TitleId);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the keyboard with it.
        }
    }
}
