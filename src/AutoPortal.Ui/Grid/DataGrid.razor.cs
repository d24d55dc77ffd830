using AutoPortal.Kernel.Paging;
using AutoPortal.Ui.Exports;
using AutoPortal.Ui.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace AutoPortal.Ui.Grid;

/// <summary>The portal's list: a plain table with keyset paging, whose search, filters, sort and page stand in the address.</summary>
public sealed partial class DataGrid<TItem> : IFilterable, IDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(250);

    private readonly ScreenLifetime _leaving = new();
    private readonly List<Column<TItem>> _columns = [];
    private readonly Dictionary<int, string?> _trail = new() { [1] = null };
    private HashSet<string>? _chosen;
    private HashSet<object> _seen = [];
    private GridAddress _address = new("");
    private GridQuery _query = new(null, null, false, null, 1, new Dictionary<string, string>());
    private GridQuery? _asked;
    private Page<TItem>? _page;
    private IReadOnlyList<Column<TItem>>? _shown;
    private CancellationTokenSource? _typing;
    private string _path = "";
    private string? _typed;
    private int _load;
    private int _beat;
    private bool _loading;
    private bool _failed;
    private ExportAsk? _asking;
    private bool _columnsChanged;

    /// <summary>Gets a page. Called again for every change of search, filter, sort or page; a late answer to an earlier question is dropped.</summary>
    [Parameter, EditorRequired] public Func<PageRequest, Task<Page<TItem>>> Load { get; set; } = null!;

    /// <summary>The <see cref="Column{TItem}"/>s.</summary>
    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = null!;

    /// <summary>The list's name for screen readers.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>Rows a page.</summary>
    [Parameter] public int PageSize { get; set; } = 20;

    /// <summary><see cref="GridFilter"/>s, as chips above the table.</summary>
    [Parameter] public RenderFragment? Filters { get; set; }

    /// <summary>Whether there is a search box.</summary>
    [Parameter] public bool Searchable { get; set; }

    /// <summary>What can be searched, such as "name or last four digits".</summary>
    [Parameter] public string? SearchHint { get; set; }

    /// <summary>Further buttons above the table, right.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    /// <summary>Shown where there is nothing yet: one sentence, one picture, one action.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Buttons of a row, shown on hover and focus.</summary>
    [Parameter] public RenderFragment<TItem>? RowActions { get; set; }

    /// <summary>Where the first column leads; or use <see cref="OnOpen"/>.</summary>
    [Parameter] public Func<TItem, string>? RowHref { get; set; }

    /// <summary>Opens the row, usually in a drawer.</summary>
    [Parameter] public EventCallback<TItem> OnOpen { get; set; }

    /// <summary>What tells rows apart, usually their id. Rows new since the last load light up.</summary>
    [Parameter] public Func<TItem, object>? Key { get; set; }

    /// <summary>Key of the row that is open, which stays marked.</summary>
    [Parameter] public object? Current { get; set; }

    /// <summary>Whether the person may not see the list at all.</summary>
    [Parameter] public bool Refused { get; set; }

    /// <summary>Code under which the list can be taken away as a file, and the name of the remembered column choice. Its columns are named like those of the grid.</summary>
    [Parameter] public string? ExportList { get; set; }

    /// <summary>The tab or record whose list this is, where a list has several.</summary>
    [Parameter] public string? ExportView { get; set; }

    /// <summary>Begins this list's names in the address, where two lists share a screen.</summary>
    [Parameter] public string AddressPrefix { get; set; } = "";

    IReadOnlyDictionary<string, string> IFilterable.Filters => _query.Filters;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private MinuteTicker Ticker { get; set; } = null!;

    // A screen without a desk, such as the gallery, has lists that cannot be taken away.
    [Inject] private IEnumerable<IExportDesk> Desks { get; set; } = [];

    [Inject] private ILogger<DataGrid<TItem>> Log { get; set; } = null!;

    private IExportDesk? Desk => ExportList is null ? null : Desks.FirstOrDefault(desk => desk.Has(ExportList));

    private IReadOnlyList<Column<TItem>> Shown => _shown ??= [.. _columns.Where(IsShown)];

    // An empty list has nothing to search, choose or export; the bar would only stand in the way of what it teaches.
    // Rows that lead somewhere take the focus themselves; else whoever has no mouse scrolls the list as a whole.
    private bool HasWayIn => RowHref is not null || OnOpen.HasDelegate || RowActions is not null;

    private bool HasTools => Searchable || Filters is not null || Tools is not null || _query.IsNarrowed || _page is not { Rows.Count: 0 };

    private string TotalText => (_page, _loading) switch
    {
        (null, _) => "",
        ({ Total: { } total }, _) => Text["grid.total", total],
        ({ } page, _) => Text["grid.rows", page.Rows.Count],
    };

    /// <summary>Loads the page on screen again, leaving the old rows until the new ones are there.</summary>
    public Task ReloadAsync() => InvokeAsync(LoadAsync);

    /// <inheritdoc/>
    public Task FilterAsync(string name, string? value) => GoAsync(_query.WithFilter(name, value));

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        Ticker.Leave(Refresh);
        _typing?.Dispose();
        _leaving.Dispose();
    }

    internal void Add(Column<TItem> column)
    {
        _columns.Add(column);
        _columnsChanged = true;
        _shown = null;
    }

    internal void Remove(Column<TItem> column)
    {
        _columns.Remove(column);
        _shown = null;
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _address = new(AddressPrefix);
        _path = new Uri(Navigation.Uri).AbsolutePath;
        _query = _address.Read(Navigation.Uri);
        _typed = _query.Search;
        Remember();
        Navigation.LocationChanged += Follow;
        // While the page is only prerendered, its bones are enough: the circuit asks the database once.
        if (RendererInfo.IsInteractive && !Refused)
        {
            // Times in the cells have no component of their own that would keep them going.
            Ticker.Join(Refresh);
            await LoadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && ExportList is not null && RendererInfo.IsInteractive
            && await Js.InvokeAsync<string?>("autoportal.columns", _leaving.Token, ExportList) is { } kept)
        {
            _chosen = [.. kept.Split(',')];
            _columnsChanged = true;
        }

        // Columns make themselves known while the first table is already drawn.
        if (_columnsChanged)
        {
            _columnsChanged = false;
            _shown = null;
            StateHasChanged();
        }
    }

    private async Task LoadAsync()
    {
        var load = ++_load;
        _loading = true;
        _failed = false;
        StateHasChanged();
        try
        {
            var page = await Load(_query.Request(PageSize));
            if (load != _load || _leaving.HasEnded)
            {
                return;
            }

            // Only a reload of the same page tells which rows are new.
            _seen = _page is null || Key is null || _asked is null || !_asked.Equals(_query) ? [] : [.. _page.Rows.Select(Key)];
            // A list may count itself with its first page alone.
            var isSameList = _asked is not null && _query.After is not null && _asked.AtStart().Equals(_query.AtStart());
            _page = page with { Total = page.Total ?? (isSameList ? _page?.Total : null) };
            _asked = _query;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        // A list that cannot load must not take its screen down: the person gets a way to try again, the log gets the reason.
        catch (Exception fault) when (load == _load)
        {
            Log.LogError(fault, "The list {List} did not load", ExportList ?? typeof(TItem).Name);
            _failed = true;
        }

        _loading = false;
        StateHasChanged();
    }

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (!IsThisScreen(new Uri(change.Location).AbsolutePath))
        {
            return;
        }

        var asked = _address.Read(change.Location);
        if (asked.Equals(_query))
        {
            return;
        }

        if (asked.Search != _query.Search)
        {
            _typed = asked.Search;
        }

        if (asked.AtStart() != _query.AtStart())
        {
            _trail.Clear();
            _trail[1] = null;
        }

        _query = asked;
        Remember();
        _ = InvokeAsync(LoadAsync);
    }

    // A row that opens beside the list adds its id to the list's own path, and takes it away again.
    private bool IsThisScreen(string path)
        => path == _path || path.StartsWith(_path + "/", StringComparison.Ordinal) || _path.StartsWith(path + "/", StringComparison.Ordinal);

    private void Refresh() => _ = InvokeAsync(() =>
    {
        _beat++;
        StateHasChanged();
    });

    private void Remember() => _trail[_query.Number] = _query.After;

    private Task GoAsync(GridQuery query, bool replace = false)
    {
        Navigation.NavigateTo(_address.Write(Navigation, query), new NavigationOptions { ReplaceHistoryEntry = replace });
        return Task.CompletedTask;
    }

    private async Task TypeAsync(ChangeEventArgs change)
    {
        _typed = change.Value?.ToString();
        _typing?.Dispose();
        _typing = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        var typing = _typing;
        try
        {
            await Task.Delay(TypingPause, Clock, typing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (typing == _typing)
        {
            await GoAsync(_query.WithSearch(_typed), replace: true);
        }
    }

    private Task SortAsync(string column) => GoAsync(_query.WithSort(column));

    private Task ClearAsync()
    {
        _typed = null;
        return GoAsync(_query.WithoutNarrowing());
    }

    private Task OnAsync() => GoAsync(_query with { After = _page!.NextAfter, Number = _query.Number + 1 });

    // A page that was opened by its address knows no way back but the beginning.
    private Task BackAsync()
    {
        var number = _query.Number - 1;
        return GoAsync(_trail.TryGetValue(number, out var after) && number > 0 ? _query with { After = after, Number = number } : _query.AtStart());
    }

    private bool IsShown(Column<TItem> column)
        => column == _columns[0] || (_chosen?.Contains(column.Key) ?? !column.Optional);

    private async Task ToggleAsync(Column<TItem> column)
    {
        _chosen ??= [.. _columns.Where(IsShown).Select(shown => shown.Key)];
        if (!_chosen.Remove(column.Key))
        {
            _chosen.Add(column.Key);
        }

        _shown = null;
        if (ExportList is not null)
        {
            await Js.InvokeVoidAsync("autoportal.keepColumns", _leaving.Token, ExportList, string.Join(',', _chosen));
        }
    }

    private void OpenExport() => _asking = new(ExportList!, ExportView, _query.AtStart().Request(PageSize), [.. Shown.Select(column => column.Key)]);

    private object KeyOf(TItem row) => Key is null ? row! : Key(row);

    private string? ClassOf(TItem row) => Key is null ? null : KeyOf(row) switch
    {
        var key when key.Equals(Current) => "current",
        var key when _seen.Count > 0 && !_seen.Contains(key) => "fresh",
        _ => null,
    };

    private string? SortOf(Column<TItem> column) => column.Sort is null ? null
        : column.Sort != _query.Sort ? "none"
        : _query.Descending ? "descending" : "ascending";

    private RenderFragment CellOf(Column<TItem> column, TItem row)
        => column.Cell is { } cell ? cell(row)
            : column.Ago ? RelativeTime.Of(column.For?.Invoke(row) as DateTimeOffset?, Clock.GetUtcNow(), Text)
            : builder => builder.AddContent(0, column.TextOf(row));
}
