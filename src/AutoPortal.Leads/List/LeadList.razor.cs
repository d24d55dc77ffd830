using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Looks;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.List;

/// <summary>Leads within reach; new ones arrive by themselves.</summary>
public sealed partial class LeadList : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly ScreenLifetime _leaving = new();
    private CancellationToken _left;
    private DataGrid<LeadRow>? _grid;
    private LeadListOptions _options = LeadListOptions.None;
    private IReadOnlyList<TabItem> _tabs = [];
    private LeadRow? _assigning;
    private LeadRow? _dispatching;
    private IDisposable? _watching;
    private int _reloads;
    private int _changes;

    /// <summary>The lead that stands open beside the list.</summary>
    [Parameter] public Guid? LeadId { get; set; }

    [Inject] private LeadQueries Leads { get; set; } = null!;

    [Inject] private LeadListOptions.Source Options { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private LeadWatch Watch { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool MayRead => User.May(LeadsPermissions.Read);

    private bool SeesOwnOnly => Scope.SeesOwnOnly;

    private bool SeesDealers => Scope.SeesAllDealers || Scope.DealerIds.Count > 1;

    /// <inheritdoc/>
    public void Dispose()
    {
        _watching?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // A word may still be on its way when the person leaves, and the source is gone then.
        _left = _leaving.Token;
        _tabs = Tabs(new Dictionary<string, int>());
        if (!MayRead || !RendererInfo.IsInteractive)
        {
            return;
        }

        _watching = Watch.Begin(() => InvokeAsync(HearAsync));
        _options = await Options.ReadAsync(_leaving.Token);
        await CountAsync();
    }

    private Task<Page<LeadRow>> LoadAsync(string tab, PageRequest page) => Leads.ListAsync(tab, page, _leaving.Token);

    private async Task CountAsync() => _tabs = Tabs(await Leads.CountAsync([.. LeadTab.Of(Scope).Where(tab => tab != LeadTab.All)], _leaving.Token));

    private IReadOnlyList<TabItem> Tabs(IReadOnlyDictionary<string, int> counts)
        => [.. LeadTab.Of(Scope).Select(tab => new TabItem(tab, Text[$"tab.{tab}"], counts.TryGetValue(tab, out var count) && count > 0 ? count : null))];

    private Task HearAsync()
    {
        _changes++;
        return ReloadAsync();
    }

    // A burst of words becomes one further reload, not one each; and while leads come for minutes, as out of a large file, keeping up takes a
    // tenth of the time at most: what a hundred open lists read at once is read instead of what somebody clicked for.
    private async Task ReloadAsync()
    {
        if (++_reloads > 1)
        {
            return;
        }

        try
        {
            while (_reloads > 0)
            {
                var (answered, began) = (_reloads, Clock.GetTimestamp());
                await CountAsync();
                await (_grid?.ReloadAsync() ?? Task.CompletedTask);
                StateHasChanged();
                var pause = Clock.GetElapsedTime(began) * 9;
                await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, Clock, _left);
                _reloads = _reloads == answered ? 0 : 1;
            }
        }
        catch (OperationCanceledException)
        {
            // The person has left the list.
        }
    }

    private string HeatOf(LeadRow lead) => Text.Say("heat", lead.Heat.Word());

    // A saved view begins afresh: search, filters and page belong to the one before.
    private void ChooseTab(string tab) => Navigation.NavigateTo($"{LeadsRoutes.List}?tab={tab}", replace: true);

    private string CardHref(Guid id) => LeadsRoutes.CardOf(id) + new Uri(Navigation.Uri).Query;

    private void CloseCard() => Navigation.NavigateTo(LeadsRoutes.List + new Uri(Navigation.Uri).Query);

    private bool CanAssign(LeadRow lead)
        => User.May(LeadsPermissions.Assign) && Scope.Reach is Reach.Dealer && lead.DealerId is not null
            && (LeadTransitions.Has(lead.State, LeadTrigger.Assign) || LeadTransitions.Has(lead.State, LeadTrigger.Reassign));

    private bool CanDispatch(LeadRow lead)
        => User.May(LeadsPermissions.Dispatch) && Scope.Reach is Reach.Tenant && LeadTransitions.Has(lead.State, LeadTrigger.Dispatch);
}
