using System.Globalization;
using AutoPortal.Kernel.Paging;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace AutoPortal.Benchmarks;

/// <summary>First drawing of a list of 50 rows and 6 columns, as B1 and B2 measure it in the whole.</summary>
public class DataGridBenchmarks
{
    private static readonly IReadOnlyList<Row> Rows = [.. Enumerable.Range(0, 50).Select(id => new Row(
        id,
        string.Create(CultureInfo.InvariantCulture, $"Customer {id}"),
        "上海",
        "H",
        id * 150L,
        DateTimeOffset.UnixEpoch.AddHours(id)))];

    private static readonly RenderFragment SixColumns = builder =>
    {
        foreach (var (title, value) in new (string Title, Func<Row, object?> Value)[]
        {
            ("Name", r => r.Name), ("Id", r => r.Id), ("City", r => r.City), ("Level", r => r.Level), ("Spent", r => r.Fen), ("At", r => r.At),
        })
        {
            builder.OpenComponent<Column<Row>>(0);
            builder.SetKey(title);
            builder.AddComponentParameter(1, nameof(Column<Row>.Title), title);
            builder.AddComponentParameter(2, nameof(Column<Row>.For), value);
            builder.CloseComponent();
        }
    };

    private ServiceProvider _services = null!;

    [GlobalSetup]
    public void Build_services() => _services = new ServiceCollection()
        .AddLogging()
        .AddUi()
        .AddScoped<NavigationManager, StandingStill>()
        .AddScoped<IJSRuntime, DeafBrowser>()
        .BuildServiceProvider();

    [GlobalCleanup]
    public void Let_go() => _services.Dispose();

    [Benchmark]
    public async Task<long> First_drawing()
    {
        await using var scope = _services.CreateAsyncScope();
        await using var renderer = new SilentRenderer(scope.ServiceProvider);
        await renderer.ShowAsync(typeof(DataGrid<Row>), new()
        {
            [nameof(DataGrid<Row>.Label)] = "Customers",
            [nameof(DataGrid<Row>.Columns)] = SixColumns,
            [nameof(DataGrid<Row>.Key)] = (Func<Row, object>)(row => row.Id),
            [nameof(DataGrid<Row>.PageSize)] = Rows.Count,
            [nameof(DataGrid<Row>.Load)] = (Func<PageRequest, Task<Page<Row>>>)(_ => Task.FromResult(new Page<Row>(Rows, "50", 1_000))),
        });
        return renderer.Frames;
    }

    internal sealed record Row(int Id, string Name, string City, string Level, long Fen, DateTimeOffset At);

    private sealed class StandingStill : NavigationManager
    {
        public StandingStill() => Initialize("http://localhost/", "http://localhost/app/customers");
    }

    private sealed class DeafBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }
}
