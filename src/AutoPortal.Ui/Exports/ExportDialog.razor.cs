using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Ui.Exports;

/// <summary>Asks what of a list shall go into a file, in which form and what for; says beforehand what is masked and whether somebody must approve it.</summary>
public sealed partial class ExportDialog : IDisposable
{
    private readonly ScreenLifetime _leaving = new();
    private ExportAsk? _asked;
    private ExportDraft? _draft;
    private ExportAnswer? _answer;
    private string? _error;
    private bool _isOrdering;
    private bool _failed;

    /// <summary>What stands on the screen; null keeps the dialog closed.</summary>
    [Parameter, EditorRequired] public ExportAsk? Ask { get; set; }

    /// <summary>Where the file is ordered.</summary>
    [Parameter, EditorRequired] public IExportDesk Desk { get; set; } = null!;

    /// <summary>The person is done.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private ILogger<ExportDialog> Log { get; set; } = null!;

    private string Heading => _draft is { Offer.Title: { Length: > 0 } title } ? Text["export.title_of", title] : Text["export.title"];

    private string RowsText => _draft?.Offer.Rows is { } rows ? Text["export.rows", rows] : Text["export.many_rows"];

    private string WaitsText => _draft switch
    {
        { IsRevealed: true } => Text["export.waits_full"],
        { Offer.RowsLeft: var left } => Text["export.waits_rows", left],
        _ => "",
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(Ask, _asked))
        {
            return;
        }

        _asked = Ask;
        (_draft, _answer, _error) = (null, null, null);
        if (Ask is not null)
        {
            await LookAsync();
        }
    }

    private async Task LookAsync()
    {
        _failed = false;
        try
        {
            _draft = new ExportDraft(await Desk.LookAsync(Ask!, _leaving.Token));
        }
        catch (OperationCanceledException)
        {
            // The screen was left.
        }
        // A dialog that cannot ask must not take its screen down: the person gets a way to try again, the log gets the reason.
        catch (Exception fault) when (!_leaving.HasEnded)
        {
            Log.LogError(fault, "The export of {List} could not be looked at", Ask!.List);
            _failed = true;
        }
    }

    private void Typed(ChangeEventArgs change)
    {
        _draft!.Reason = change.Value?.ToString();
        _error = null;
    }

    private async Task OrderAsync()
    {
        if (_draft is not { IsComplete: true })
        {
            _error = Text["export.reason_missing"];
            return;
        }

        _isOrdering = true;
        _answer = await Desk.OrderAsync(Ask!, _draft.Wish, _leaving.Token);
        _error = _answer.Refusal;
        _isOrdering = false;
    }
}
