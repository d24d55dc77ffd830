using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.People;

/// <summary>An advisor's own duty, in the person menu.</summary>
public sealed partial class DutySwitch
{
    private readonly ScreenLifetime _leaving = new();
    private IDisposable? _listening;
    private bool? _isOnDuty;

    [Inject] private MyDuty Duty { get; set; } = null!;

    [Inject] private SwitchDuty Switch { get; set; } = null!;

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
        if (!RendererInfo.IsInteractive || Scope.UserId is not { } accountId || !Scope.May(PlatformPermissions.Duty))
        {
            return;
        }

        // The manager may switch it too.
        _listening = Bus.Subscribe(Scope.TenantId, PlatformTopics.User(accountId), word => word is "duty" or LiveMessage.Resync ? InvokeAsync(ReadAsync) : Task.CompletedTask);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (!_leaving.HasEnded && Scope.IsEntered)
        {
            _isOnDuty = await Duty.IsOnDutyAsync(_leaving.Token);
            StateHasChanged();
        }
    }

    private async Task SwitchAsync()
    {
        var wanted = _isOnDuty is not true;
        var outcome = await Switch.RunAsync(Scope.Facts.MembershipId!.Value, wanted, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[wanted ? "duty.now_on" : "duty.now_off"]);
        await ReadAsync();
    }
}
