using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Organisation;

/// <summary>The tree on the left, its dealers on the right, one dealer in the drawer; all of it in the address.</summary>
public sealed partial class OrganisationPage
{
    private const string NodeKey = "f.node";
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<DealerRow> _grid = null!;
    private OrganisationTree? _tree;
    private List<DealerFacts> _seen = [];
    private bool _isFounding;

    /// <summary>The dealer in the drawer.</summary>
    [SupplyParameterFromQuery(Name = "dealer")]
    public Guid? DealerId { get; set; }

    /// <summary>The chosen node, as the list's filter keeps it.</summary>
    [SupplyParameterFromQuery(Name = NodeKey)]
    public Guid? Node { get; set; }

    [Inject] private DealerQueries Dealers { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool MayManage => User.May(PlatformPermissions.OrganisationManage) && Scope.SeesAllDealers;

    private List<FilterOption> NodeOptions => _tree is null ? [] :
    [
        .. _tree.Brands.Where(_ => Scope.SeesAllDealers).Select(b => new FilterOption(b.Id.ToString(), b.Name)),
        .. _tree.Regions.Where(r => Scope.SeesAllDealers || CountBelow(r.Id) > 0).SelectMany(OptionsOf),
    ];

    private List<FilterOption> StateOptions => [.. DealerWords.States.Select(s => new FilterOption(s, Text["dealer_state." + s]))];

    private List<FilterOption> KindOptions => [.. DealerKind.All.Select(k => new FilterOption(k, Text[KindKey(k)]))];

    private List<FilterOption> LeadOptions => [new("on", Text["org.leads_on"]), new("off", Text["org.leads_off"])];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadTreeAsync();

    private static string KindKey(string kind) => "dealer_kind." + kind;

    private static string StateKey(DealerRow dealer) => "dealer_state." + dealer.State;

    private static bool TakesLeads(DealerRow dealer) => dealer is { State: "open", AcceptsLeads: true };

    private static string LeadsKey(DealerRow dealer) => TakesLeads(dealer) ? "org.leads_on" : "org.leads_off";

    private async Task ReadTreeAsync()
    {
        if (!User.May(PlatformPermissions.OrganisationRead))
        {
            return;
        }

        _tree = await Organisation.TreeAsync(_leaving.Token);
        _seen = [.. _tree.Dealers.Where(d => d.State != "left" && (Scope.SeesAllDealers || Scope.DealerIds.Contains(d.Id)))];
    }

    private IEnumerable<FilterOption> OptionsOf(RegionFacts region)
        => _tree!.SubRegions.Where(s => s.RegionId == region.Id && (Scope.SeesAllDealers || CountBelow(s.Id) > 0))
            .Select(s => new FilterOption(s.Id.ToString(), $"{region.Name} / {s.Name}"))
            .Prepend(new(region.Id.ToString(), region.Name));

    private int CountBelow(Guid nodeId) => _seen.Count(d => d.RegionId == nodeId || d.SubRegionId == nodeId);

    private void Choose(Guid? nodeId)
        => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [NodeKey] = nodeId, ["after"] = null, ["page"] = null }));

    private void Open(DealerRow dealer) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("dealer", dealer.Id));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("dealer", (Guid?)null));

    private async Task FoundedAsync(Guid dealerId)
    {
        _isFounding = false;
        await ReloadAsync();
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("dealer", dealerId));
    }

    private async Task ReloadAsync()
    {
        await ReadTreeAsync();
        await _grid.ReloadAsync();
    }
}
