using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>A master's copies, and the making of more.</summary>
public sealed partial class CopyDesk
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<CopyRow> _grid = null!;
    private IDisposable? _listening;
    private CopyProgress? _progress;
    private IReadOnlyList<CopyCandidate> _candidates = [];
    private IReadOnlyList<RegionFacts> _regions = [];
    private bool _isChoosing;
    private string? _refused;

    /// <summary>The master.</summary>
    [Parameter, EditorRequired] public Guid MasterId { get; set; }

    /// <summary>Whether the person may order copies of it.</summary>
    [Parameter] public bool MayOrder { get; set; }

    /// <summary>A copy is to be shown.</summary>
    [Parameter] public EventCallback<Guid> OnOpen { get; set; }

    [Inject] private CopyQueries Copies { get; set; } = null!;

    [Inject] private OrderCopies Order { get; set; } = null!;

    [Inject] private CancelCopies Cancel { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _listening = Bus.Subscribe(Scope.TenantId, PageTopics.Copies, told => told == MasterId.ToString() ? InvokeAsync(ReloadAsync) : Task.CompletedTask);
            _progress = await Copies.ProgressAsync(MasterId, _leaving.Token);
        }
    }

    private async Task ChooseAsync()
    {
        _candidates = await Copies.CandidatesAsync(MasterId, _leaving.Token);
        _regions = (await Organisation.TreeAsync(_leaving.Token)).Regions;
        (_isChoosing, _refused) = (true, null);
    }

    private async Task OrderAsync(CopyChoice choice)
    {
        var outcome = await Order.RunAsync(MasterId, choice, _leaving.Token);
        _refused = outcome.IsOk ? null : Text[outcome.Refusal.Code, outcome.Refusal.Details].Value;
        _isChoosing = !outcome.IsOk;
        await ReloadAsync();
    }

    private async Task CancelAsync(Guid orderId)
    {
        var outcome = await Cancel.RunAsync(orderId, _leaving.Token);
        Toasts.Show(outcome.IsOk ? Text["copies.cancelled"] : Text[outcome.Refusal.Code, outcome.Refusal.Details], outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        _progress = await Copies.ProgressAsync(MasterId, _leaving.Token);
        await _grid.ReloadAsync();
        StateHasChanged();
    }
}
