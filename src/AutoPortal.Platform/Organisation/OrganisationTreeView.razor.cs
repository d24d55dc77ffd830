using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AutoPortal.Platform.Organisation;

/// <summary>Brands, regions and sub-regions with their dealers counted. Arrow keys walk, open and close it; Enter chooses.</summary>
public sealed partial class OrganisationTreeView
{
    private readonly HashSet<Guid> _open = [];
    private ElementReference _element;
    private IJSObjectReference? _keys;
    private Guid? _shownFor;

    /// <summary>Today's tree.</summary>
    [Parameter, EditorRequired] public OrganisationTree Tree { get; set; } = null!;

    /// <summary>Dealers that are counted: those within reach.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<DealerFacts> Dealers { get; set; } = [];

    /// <summary>Whether nodes without a counted dealer are shown too.</summary>
    [Parameter] public bool ShowEmpty { get; set; }

    /// <summary>The chosen node; null for all.</summary>
    [Parameter] public Guid? Current { get; set; }

    /// <summary>A node was chosen; null for all.</summary>
    [Parameter] public EventCallback<Guid?> OnChoose { get; set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_keys is null)
        {
            return;
        }

        try
        {
            await _keys.InvokeVoidAsync("stop", CancellationToken.None);
            await _keys.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its keys with it.
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _open.UnionWith(Tree.Brands.Select(b => b.Id));

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Current == _shownFor)
        {
            return;
        }

        // A link to a node deep in the tree shows where it stands.
        _shownFor = Current;
        if (Tree.SubRegions.FirstOrDefault(s => s.Id == Current) is { } sub)
        {
            _open.Add(sub.RegionId);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && RendererInfo.IsInteractive)
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./_content/AutoPortal.Platform/Organisation/OrganisationTreeView.razor.js");
            _keys = await module.InvokeAsync<IJSObjectReference>("watch", _element);
        }
    }

    private void Toggle(Guid key)
    {
        if (!_open.Remove(key))
        {
            _open.Add(key);
        }
    }

    private IEnumerable<Node> Shown()
    {
        yield return new(Guid.Empty, null, 1, Text["org.all"], Dealers.Count, false, false);
        foreach (var brand in Tree.Brands)
        {
            var regions = Tree.Regions.Where(r => r.BrandId == brand.Id && IsShown(r.Id, r.IsClosed)).ToList();
            yield return new(brand.Id, brand.Id, 1, brand.Name, Dealers.Count(d => d.BrandId == brand.Id), regions.Count > 0, false);
            foreach (var node in _open.Contains(brand.Id) ? regions.SelectMany(Below) : [])
            {
                yield return node;
            }
        }
    }

    private IEnumerable<Node> Below(RegionFacts region)
    {
        var subs = Tree.SubRegions.Where(s => s.RegionId == region.Id && IsShown(s.Id, s.IsClosed)).ToList();
        yield return new(region.Id, region.Id, 2, region.Name, Count(region.Id), subs.Count > 0, region.IsClosed);
        foreach (var sub in _open.Contains(region.Id) ? subs : [])
        {
            yield return new(sub.Id, sub.Id, 3, sub.Name, Count(sub.Id), false, sub.IsClosed);
        }
    }

    private bool IsShown(Guid nodeId, bool isClosed) => Count(nodeId) > 0 || (ShowEmpty && !isClosed);

    private int Count(Guid nodeId) => Dealers.Count(d => d.RegionId == nodeId || d.SubRegionId == nodeId);

    private sealed record Node(Guid Key, Guid? Id, int Level, string Name, int Count, bool HasChildren, bool IsClosed);
}
