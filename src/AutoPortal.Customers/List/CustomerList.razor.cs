using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Customers.List;

/// <summary>Customers within reach, masked; one of them in the drawer.</summary>
public sealed partial class CustomerList
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<CustomerRow> _grid = null!;
    private IDisposable? _listening;

    /// <summary>The customer in the drawer.</summary>
    [SupplyParameterFromQuery(Name = "customer")]
    public Guid? CustomerId { get; set; }

    [Inject] private CustomerQueries Customers { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private List<FilterOption> StageOptions => [.. LifecycleStages.All.Select(s => new FilterOption(s, Text["stage." + s]))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive && User.May(CustomersPermissions.Read))
        {
            _listening = Bus.SubscribeCalmly(Scope.TenantId, CustomerTopics.Seen, TimeSpan.FromSeconds(1), Clock, () => InvokeAsync(_grid.ReloadAsync));
        }
    }

    private void Open(CustomerRow customer) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("customer", customer.Id));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("customer", (Guid?)null));
}
