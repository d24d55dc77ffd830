using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Looks;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Exports;

/// <summary>My exports as they come along, and those that wait for my word.</summary>
public sealed partial class ExportsPage
{
    private static readonly string[] AllStates = ["waiting_approval", "queued", "writing", "ready", "expired", "refused", "failed", "cancelled"];
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<ExportJobRow> _grid = null!;
    private IDisposable? _listening;
    private RulesForm? _rules;
    private string? _rulesError;
    private int _changes;

    /// <summary>The export in the drawer.</summary>
    [SupplyParameterFromQuery(Name = "export")]
    public Guid? ExportId { get; set; }

    [Inject] private ExportQueries Exports { get; set; } = null!;

    [Inject] private CancelExport Cancel { get; set; } = null!;

    [Inject] private SetExportRules SetRules { get; set; } = null!;

    [Inject] private ExportLinks Links { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool MaySetRules => User.May(PlatformPermissions.ExportsApprove) && Scope.SeesAllDealers;

    private List<FilterOption> States => [.. AllStates.Select(s => new FilterOption(s, Text["export_state." + s]))];

    private List<FilterOption> Whose => [new("yes", Text["exports.mine"]), new("no", Text["exports.others"])];

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    internal static Tone ToneOf(string state) => state switch
    {
        "waiting_approval" => Tone.Warning,
        "queued" or "writing" => Tone.Note,
        "ready" => Tone.Good,
        "refused" or "failed" => Tone.Bad,
        _ => Tone.Calm,
    };

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _listening = Bus.SubscribeCalmly(Scope.TenantId, ExportTopics.Changed, TimeSpan.FromMilliseconds(500), Clock, () => InvokeAsync(ReloadAsync));
        }
    }

    private async Task ReloadAsync()
    {
        _changes++;
        await _grid.ReloadAsync();
        StateHasChanged();
    }

    private static string StateKey(ExportJobRow job) => "export_state." + job.State;

    private bool MayDecide(ExportJobRow job) => job is { State: "waiting_approval", IsMine: false } && User.May(PlatformPermissions.ExportsApprove);

    private string LinkOf(ExportJobRow job) => Links.For(job.Id, User.Id);

    private async Task CancelAsync(Guid job)
    {
        Toasts.Tell(await Cancel.RunAsync(job, _leaving.Token), Text, Text["exports.cancelled"]);
        await ReloadAsync();
    }

    private async Task OpenRulesAsync()
    {
        var (rowCap, keptDays) = await Exports.RulesAsync(_leaving.Token);
        (_rules, _rulesError) = (new RulesForm { RowCap = rowCap, KeptDays = keptDays }, null);
    }

    private async Task SetRulesAsync()
    {
        var outcome = await SetRules.RunAsync(_rules!.RowCap, _rules.KeptDays, _leaving.Token);
        if (!outcome.IsOk)
        {
            _rulesError = Text[outcome.Refusal.Code, outcome.Refusal.Details];
            return;
        }

        _rules = null;
        Toasts.Show(Text["exports.rules_saved"]);
    }

    private void Open(ExportJobRow job) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("export", job.Id));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("export", (Guid?)null));

    private sealed class RulesForm
    {
        public int RowCap { get; set; }

        public int KeptDays { get; set; }
    }
}
