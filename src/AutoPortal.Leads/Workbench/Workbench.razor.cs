using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Card;
using AutoPortal.Leads.List;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.Workbench;

/// <summary>An advisor's day: whom to contact left, the person in the middle, what to say on the right; one after the other on a phone.</summary>
public sealed partial class Workbench : IDisposable
{
    private const int Most = 60;

    private readonly ScreenLifetime _leaving = new();
    private LeadCardState _state = null!;
    private Page<LeadRow>? _todo;
    private IDisposable? _watching;
    private string? _series;

    /// <summary>The lead in the middle.</summary>
    [SupplyParameterFromQuery(Name = "lead")] public Guid? LeadId { get; set; }

    [Inject] private LeadQueries Leads { get; set; } = null!;

    [Inject] private LeadCardQueries Cards { get; set; } = null!;

    [Inject] private LeadNames Names { get; set; } = null!;

    [Inject] private LeadWatch Watch { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _watching?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _state = new(Cards);
        if (RendererInfo.IsInteractive && User.May(LeadsPermissions.Read))
        {
            _watching = Watch.Begin(() => InvokeAsync(ReloadAsync));
            await ReloadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (LeadId == _state.Card?.Id)
        {
            return;
        }

        if (LeadId is not { } id)
        {
            _state = new(Cards);
        }
        else if (await _state.LoadAsync(id, _leaving.Token))
        {
            _series = (await Names.OfAsync([], _leaving.Token)).Series(_state.Card!.SeriesCode);
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private static string AddressOf(Guid leadId) => $"{LeadsRoutes.Workbench}?lead={leadId}";

    private async Task ReloadAsync()
    {
        _todo = await Leads.ListAsync(LeadTab.Today, PageRequest.First(Most), _leaving.Token);
        if (_state.Card is { } open)
        {
            await _state.LoadAsync(open.Id, _leaving.Token);
        }

        StateHasChanged();
    }

    // What is done makes room for the next; what still waits stays open.
    private async Task NextAsync()
    {
        await ReloadAsync();
        if (_todo!.Rows.Any(l => l.Id == LeadId))
        {
            return;
        }

        Navigation.NavigateTo(_todo.Rows is [var next, ..] ? AddressOf(next.Id) : LeadsRoutes.Workbench);
    }
}
