using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Organisation;

/// <summary>The tree on the left, its dealers on the right, one dealer in the drawer; all of it in the address.</summary>
public sealed partial class OrganisationPage
{
    private const string NodeKey = "f.node";
    private readonly CancellationTokenSource _leaving = new();
    private DataGrid<DealerRow> _grid = null!;
    private OrganisationTree? _tree;
    private List<DealerFacts> _seen = [];

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

    private List<FilterOption> NodeOptions => _tree is null ? [] : [.. _tree.Brands.SelectMany(RegionsOf).Select(r => new FilterOption(r.Id.ToString(), r.Name))];

    private List<FilterOption> KindOptions => [.. DealerKind.All.Select(k => new FilterOption(k, Text[KindKey(k)]))];

    private List<FilterOption> LeadOptions => [new("on", Text["org.leads_on"]), new("off", Text["org.leads_off"])];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadTreeAsync();

    private static string KindKey(string kind) => "dealer_kind." + kind;

    private static string LeadsKey(DealerRow dealer) => !dealer.IsActive ? "org.closed" : dealer.AcceptsLeads ? "org.leads_on" : "org.leads_off";

    private async Task ReadTreeAsync()
    {
        if (!User.May(PlatformPermissions.OrganisationRead))
        {
            return;
        }

        _tree = await Organisation.TreeAsync(_leaving.Token);
        _seen = [.. _tree.Dealers.Where(d => Scope.SeesAllDealers || Scope.DealerIds.Contains(d.Id))];
    }

    private IEnumerable<RegionFacts> RegionsOf(BrandFacts brand) => _tree!.Regions.Where(r => r.BrandId == brand.Id && (Scope.SeesAllDealers || CountBelow(r.Id) > 0));

    private int CountBelow(Guid nodeId) => _seen.Count(d => d.RegionId == nodeId || d.SubRegionId == nodeId);

    private string LinkTo(Guid? nodeId) => Navigation.GetUriWithQueryParameters(PlatformRoutes.Organisation, new Dictionary<string, object?>(StringComparer.Ordinal) { [NodeKey] = nodeId });

    private void Open(DealerRow dealer) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("dealer", dealer.Id));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("dealer", (Guid?)null));

    private async Task ReloadAsync()
    {
        await ReadTreeAsync();
        await _grid.ReloadAsync();
    }
}
