using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Oversight;

/// <summary>Events that were given up: why, replay, discard with a reason.</summary>
public sealed partial class DeadLettersPage
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<DeadLetter> _grid = null!;
    private DeadLetter? _open;
    private string? _reason;
    private string? _error;

    [Inject] private DeadLetters Letters { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    private void Open(DeadLetter letter)
    {
        _open = letter;
        _reason = null;
        _error = null;
    }

    private async Task ReplayAsync(DeadLetter letter)
    {
        var outcome = await Letters.ReplayAsync(letter.Module, letter.Id, _leaving.Token);
        Toasts.Tell(outcome, Text, Text["dead.replayed"]);
        _open = null;
        await _grid.ReloadAsync();
    }

    private async Task DiscardAsync()
    {
        var outcome = await Letters.DiscardAsync(_open!.Module, _open.Id, _reason ?? "", _leaving.Token);
        if (!outcome.IsOk)
        {
            _error = Text[outcome.Refusal.Code];
            return;
        }

        Toasts.Show(Text["dead.discarded"]);
        _open = null;
        await _grid.ReloadAsync();
    }
}
