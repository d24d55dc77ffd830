using System.Globalization;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Series;

/// <summary>The catalogue, in the order in which it is shown everywhere.</summary>
public sealed partial class SeriesPage
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<SeriesRow> _grid = null!;
    private SeriesRow? _open;
    private bool _isOpen;

    [Inject] private SeriesQueries Series { get; set; } = null!;

    [Inject] private EditSeries Edit { get; set; } = null!;

    [Inject] private CurrentScope User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool MayManage => User.May(PlatformPermissions.SeriesManage) && User.SeesAllDealers;

    private EventCallback<SeriesRow> OpenCallback => MayManage ? EventCallback.Factory.Create<SeriesRow>(this, Open) : default;

    private List<FilterOption> Energies => [.. CarSeries.Energies.Select(e => new FilterOption(e, Text["energy." + e]))];

    private List<FilterOption> States => [new("on", Text["series.on_sale"]), new("off", Text["series.off_sale"])];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    private static string StateKey(SeriesRow series) => series.IsOnSale ? "series.on_sale" : "series.off_sale";

    private static string Price(long fen) => string.Create(CultureInfo.InvariantCulture, $"¥{fen / 100m:N0}");

    private void Open(SeriesRow? series) => (_open, _isOpen) = (series, true);

    private async Task ShiftAsync(SeriesRow series, bool isUp)
    {
        var outcome = await Edit.ShiftAsync(series.Id, isUp, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[isUp ? "series.moved_up" : "series.moved_down", series.Name], () => ShiftAsync(series, !isUp));
        await _grid.ReloadAsync();
    }

    private async Task SavedAsync()
    {
        _isOpen = false;
        await _grid.ReloadAsync();
    }

    private async Task FreshenAsync()
    {
        _open = _open is { } known ? await Series.FindAsync(known.Id, _leaving.Token) : null;
        await _grid.ReloadAsync();
    }
}
