using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Exports;

/// <summary>One export: what, why, who allowed it, who fetched it; and the word of who may decide.</summary>
public sealed partial class ExportDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private ExportDetails? _details;
    private (Guid? Id, int Changes) _shown;
    private string? _reason;
    private string? _error;
    private bool _looked;

    /// <summary>The export; null keeps the drawer closed.</summary>
    [Parameter] public Guid? ExportId { get; set; }

    /// <summary>Counts what changed meanwhile.</summary>
    [Parameter] public int Changes { get; set; }

    /// <summary>The person is done.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>Something was decided here.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private ExportQueries Exports { get; set; } = null!;

    [Inject] private DecideExport Decide { get; set; } = null!;

    [Inject] private ExportLinks Links { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private ExportJobRow Job => _details!.Job;

    private bool MayDecide => Job is { State: "waiting_approval", IsMine: false } && User.May(PlatformPermissions.ExportsApprove);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (ExportId, Changes))
        {
            return;
        }

        if (_shown.Id != ExportId)
        {
            (_details, _reason, _error, _looked) = (null, null, null, false);
        }

        _shown = (ExportId, Changes);
        if (ExportId is { } id && RendererInfo.IsInteractive)
        {
            _details = await Exports.FindAsync(id, _leaving.Token);
            _looked = true;
        }
    }

    private async Task ApproveAsync() => await DoneAsync(await Decide.ApproveAsync(Job.Id, _leaving.Token), "exports.approved");

    private async Task RefuseAsync() => await DoneAsync(await Decide.RefuseAsync(Job.Id, _reason, _leaving.Token), "exports.refused");

    private async Task DoneAsync(Outcome outcome, string done)
    {
        if (!outcome.IsOk)
        {
            _error = Text[outcome.Refusal.Code, outcome.Refusal.Details];
            return;
        }

        _error = null;
        Toasts.Tell(outcome, Text, Text[done]);
        await OnChanged.InvokeAsync();
    }
}
