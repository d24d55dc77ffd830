using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.Rules;

/// <summary>Numbers that never become leads.</summary>
public sealed partial class Blocklist : IDisposable
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<FilterOption> _reasons = [];
    private DataGrid<BlockedRow>? _grid;
    private BlockedRow? _removing;
    private bool _adding;

    [Inject] private RulesQueries Queries { get; set; } = null!;

    [Inject] private UnblockContact UnblockContact { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
        => _reasons = [.. Enum.GetValues<BlockReason>().Select(r => new FilterOption(StoredWord<BlockReason>.Of(r), ReasonOf(r)))];

    private string ReasonOf(BlockReason reason) => Text.Say("cleaning_reason", StoredWord<BlockReason>.Of(reason));

    private string ByOf(BlockedRow row) => row.By ?? Text["blocklist.by_file"];

    private Task BlockedAsync()
    {
        _adding = false;
        Toasts.Show(Text["blocklist.added"]);
        return _grid!.ReloadAsync();
    }

    private async Task<Refusal?> RemoveAsync(string reason)
    {
        var outcome = await UnblockContact.RunAsync(_removing!.Id, reason, _leaving.Token);
        if (outcome.IsOk)
        {
            Toasts.Show(Text["blocklist.removed", _removing.PhoneMask]);
            _removing = null;
            await _grid!.ReloadAsync();
        }

        return outcome.Refusal;
    }
}
