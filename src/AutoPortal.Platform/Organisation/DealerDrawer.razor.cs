using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Organisation;

/// <summary>One dealer: what it is, its life, the switch for its leads, and its places in the tree.</summary>
public sealed partial class DealerDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private Guid? _shown;
    private DealerDetails? _dealer;
    private Panel _panel;
    private bool _isLoading;

    /// <summary>The dealer; null while closed.</summary>
    [Parameter] public Guid? DealerId { get; set; }

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The dealer was changed.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private DealerQueries Dealers { get; set; } = null!;

    [Inject] private SwitchDealerLeads SwitchLeads { get; set; } = null!;

    [Inject] private OpenDealer OpenDealer { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool MayChange => User.May(PlatformPermissions.OrganisationManage);

    private string OpenKey => _dealer?.State == "suspended" ? "org.reopen" : "org.open";

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == DealerId)
        {
            return;
        }

        _shown = DealerId;
        _dealer = null;
        _panel = Panel.Overview;
        if (DealerId is not null && RendererInfo.IsInteractive)
        {
            _isLoading = true;
            await ReadAsync();
            _isLoading = false;
        }
    }

    private async Task ReadAsync() => _dealer = await Dealers.FindAsync(_shown!.Value, _leaving.Token);

    private void Overview() => _panel = Panel.Overview;

    private Task DoneAsync()
    {
        Overview();
        return AfterChangeAsync();
    }

    private Task SwitchAsync(ChangeEventArgs change) => SwitchAsync(_dealer!, change.Value is true);

    private async Task SwitchAsync(DealerDetails dealer, bool accepts)
    {
        var outcome = await SwitchLeads.RunAsync(dealer.Id, accepts, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[accepts ? "org.now_accepts" : "org.now_refuses", dealer.Description.Name], () => SwitchAsync(dealer, !accepts));
        await AfterChangeAsync();
    }

    private async Task OpenAsync()
    {
        var outcome = await OpenDealer.RunAsync(_dealer!.Id, _leaving.Token);
        Toasts.Tell(outcome, Text, Text["org.opened", _dealer.Description.Name]);
        await AfterChangeAsync();
    }

    private async Task AfterChangeAsync()
    {
        if (_shown is not null)
        {
            await ReadAsync();
        }

        await OnChanged.InvokeAsync();
        StateHasChanged();
    }

    private enum Panel
    {
        Overview,
        Edit,
        Move,
        Suspend,
        Opening,
        Leave,
    }
}
