using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Library;

/// <summary>All pages of the tenant in their folders; one of them in the drawer.</summary>
public sealed partial class PageLibrary
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<PageRow> _grid = null!;
    private PageDrawer? _drawer;
    private IDisposable? _listening;
    private IReadOnlyList<FolderRow> _folders = [];
    private OrganisationTree? _organisation;
    private bool _isMaking;

    /// <summary>The page in the drawer.</summary>
    [SupplyParameterFromQuery(Name = "page_id")]
    public Guid? PageId { get; set; }

    /// <summary>The chosen folder, as the list's filter has it.</summary>
    [SupplyParameterFromQuery(Name = "f.folder")]
    public string? Folder { get; set; }

    [Inject] private PageQueries Pages { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && User.May(PagesPermissions.Read))
        {
            _listening = Bus.Subscribe(Scope.TenantId, PageTopics.Releases, _ => InvokeAsync(ReloadAsync));
            _organisation = await Organisation.TreeAsync(_leaving.Token);
            _folders = await Pages.FoldersAsync(_leaving.Token);
        }
    }

    private static string Say(LocalText title) => PageWords.Say(title);

    private List<FilterOption> Options(string key, IReadOnlyList<string> words) => [.. words.Select(w => new FilterOption(w, Text[key + w]))];

    private void Choose(string? folder)
        => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["f.folder"] = folder, ["after"] = null, ["page"] = null }));

    private void Open(Guid pageId) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("page_id", pageId));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("page_id", (Guid?)null));

    private async Task ReloadAsync()
    {
        _folders = await Pages.FoldersAsync(_leaving.Token);
        await _grid.ReloadAsync();
        await (_drawer?.ReloadAsync() ?? Task.CompletedTask);
        StateHasChanged();
    }
}
