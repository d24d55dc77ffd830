using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Library;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Masters;

/// <summary>A master's offer and its copies, or a copy's conflicts with its master.</summary>
public sealed partial class MasterTab
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<ConflictRow> _conflicts = [];

    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public PageRow Page { get; set; } = null!;

    /// <summary>The offer was changed or a conflict settled.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Another page is to be shown.</summary>
    [Parameter] public EventCallback<Guid> OnOpen { get; set; }

    [Inject] private MasterQueries Masters { get; set; } = null!;

    [Inject] private OfferMaster Offer { get; set; } = null!;

    [Inject] private SettleConflict Settle { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool MayOffer => Scope.MayOfferMasters() && Page.DealerId is null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _conflicts = Page.MasterId is null ? [] : await Masters.ConflictsAsync(Page.Id, _leaving.Token);
    }

    private async Task OfferAsync()
    {
        var outcome = await Offer.RunAsync(Page.Id, !Page.IsMaster, _leaving.Token);
        Toasts.Show(outcome.IsOk ? Text[Page.IsMaster ? "master.was_withdrawn" : "master.was_offered"] : Text[outcome.Refusal.Code, outcome.Refusal.Details], outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await OnChanged.InvokeAsync();
    }

    private async Task SettleAsync(Guid conflictId, bool takeHqs)
    {
        var outcome = await Settle.RunAsync(conflictId, takeHqs, _leaving.Token);
        Toasts.Show(outcome.IsOk ? Text["master.settled"] : Text[outcome.Refusal.Code, outcome.Refusal.Details], outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await OnChanged.InvokeAsync();
    }
}
