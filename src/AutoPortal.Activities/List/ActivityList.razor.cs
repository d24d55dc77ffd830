using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.List;

/// <summary>All activities with their figures, which grow while one looks on; one of them in the drawer.</summary>
public sealed partial class ActivityList
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<ActivityRow> _grid = null!;
    private ActivityDrawer? _drawer;
    private IDisposable? _listening;

    /// <summary>The activity in the drawer.</summary>
    [SupplyParameterFromQuery(Name = "activity")]
    public Guid? ActivityId { get; set; }

    [Inject] private ActivityQueries Activities { get; set; } = null!;

    [Inject] private KindCatalog Kinds { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private List<FilterOption> StateOptions => [.. Domain.StateWord.All.Select(s => new FilterOption(s, Text["state." + s]))];

    private List<FilterOption> KindOptions => [.. Kinds.All.Select(k => new FilterOption(k.Code, Text["kind." + k.Code]))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive && User.May(ActivitiesPermissions.Read))
        {
            _listening = Bus.SubscribeCalmly(Scope.TenantId, ActivityTopics.SignUps, TimeSpan.FromSeconds(1), Clock, () => InvokeAsync(async () =>
            {
                await ReloadAsync();
                await (_drawer?.ReloadAsync() ?? Task.CompletedTask);
            }));
        }
    }

    private string PageHref(ActivityRow activity) => $"/{Scope.TenantIdentifier}/{PagePaths.Activity}/{activity.Slug}";

    private void Open(ActivityRow activity) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("activity", activity.Id));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("activity", (Guid?)null));

    private Task ReloadAsync() => _grid.ReloadAsync();
}
