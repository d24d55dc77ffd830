using System.Globalization;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Organisation;

/// <summary>One dealer: facts, the switch for its leads, and its places in the tree.</summary>
public sealed partial class DealerDrawer
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly Move _move = new();
    private Guid? _shown;
    private DealerDetails? _dealer;
    private OrganisationTree? _tree;
    private bool _isLoading;

    /// <summary>The dealer; null while closed.</summary>
    [Parameter] public Guid? DealerId { get; set; }

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The dealer was changed.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private DealerQueries Dealers { get; set; } = null!;

    [Inject] private SwitchDealerLeads SwitchLeads { get; set; } = null!;

    [Inject] private MoveDealer MoveDealer { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
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
        if (DealerId is not null && RendererInfo.IsInteractive)
        {
            _move.NodeId = null;
            _move.FromOn = ShanghaiTime.DateOf(Clock.GetUtcNow()).AddDays(1);
            _isLoading = true;
            await ReadAsync();
            _isLoading = false;
        }
    }

    private static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task ReadAsync()
    {
        _dealer = await Dealers.FindAsync(_shown!.Value, _leaving.Token);
        _tree = await Organisation.TreeAsync(_leaving.Token);
    }

    private Task SwitchAsync(ChangeEventArgs change) => SwitchAsync(_dealer!, change.Value is true);

    private async Task SwitchAsync(DealerDetails dealer, bool accepts)
    {
        var outcome = await SwitchLeads.RunAsync(dealer.Id, accepts, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[accepts ? "org.now_accepts" : "org.now_refuses", dealer.Name], () => SwitchAsync(dealer, !accepts));
        await AfterChangeAsync();
    }

    private async Task MoveAsync()
    {
        if (_move.NodeId is not { } node)
        {
            return;
        }

        var outcome = await MoveDealer.RunAsync(_dealer!.Id, node, _move.FromOn, _leaving.Token);
        Toasts.Tell(outcome, Text, Text["org.moved", _dealer.Name, Day(_move.FromOn), _tree!.LabelOf(node) ?? ""]);
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

    private sealed class Move
    {
        public Guid? NodeId { get; set; }

        public DateOnly FromOn { get; set; }
    }
}
