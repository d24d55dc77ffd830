using System.Globalization;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AutoPortal.Pages.Traffic;

/// <summary>Shows on the builder's canvas how often each block was seen and clicked in the last thirty days, and takes it away again.</summary>
public sealed partial class ResultsToggle
{
    private const int Days = 30;
    private readonly ScreenLifetime _leaving = new();
    private bool _isOn;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public Guid PageId { get; set; }

    [Inject] private TrafficQueries Traffic { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => _leaving.Dispose();

    private async Task ToggleAsync()
    {
        _isOn = !_isOn;
        var figures = _isOn ? await Traffic.ReadAsync(PageId, Days, _leaving.Token) : null;
        var marks = figures?.Blocks.Where(b => b.Traffic.Exposures + b.Traffic.Clicks > 0).Select(Mark).ToList() ?? [];
        await Js.InvokeVoidAsync("autoportalBuilder.results", _leaving.Token, marks);
        if (_isOn)
        {
            Toasts.Show(Text[marks.Count > 0 ? "traffic.on_canvas_note" : "traffic.nobody"], ToastKind.Note);
        }
    }

    private ResultMark Mark(BlockFigures block)
        => new(block.Id, Text["traffic.badge", block.Traffic.Exposures, block.Traffic.Clicks, block.Traffic.ClickRate?.ToString("P1", CultureInfo.CurrentCulture) ?? "—"], block.IsHot);

    // Property names are those of the script.
    private sealed record ResultMark(string Block, string Text, bool IsHot);
}
