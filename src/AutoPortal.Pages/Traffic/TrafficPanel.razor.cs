using System.Globalization;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Traffic;

/// <summary>What visitors do on one page: views, blocks, forms. It follows what happens, a second behind at most.</summary>
public sealed partial class TrafficPanel : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);
    private readonly ScreenLifetime _leaving = new();
    private TrafficFigures? _figures;
    private IDisposable? _listening;
    private (Guid, int) _shown;
    private int _isDue;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public Guid PageId { get; set; }

    /// <summary>How many days back, today counted.</summary>
    [Parameter] public int Days { get; set; } = 7;

    [Inject] private TrafficQueries Traffic { get; set; } = null!;

    [Inject] private BlockWords Words { get; set; } = null!;

    [Inject] private ILiveBus Live { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private long Done => _figures?.Steps.Where(s => s.Step == "success").Sum(s => s.Count) ?? 0;

    private string? DoneHint => _figures is { Page.Views: > 0 } figures ? Text["traffic.of_views", Percent((double)Done / figures.Page.Views)].Value : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _listening = Live.Subscribe(Scope.TenantId, PageTrafficWords.Topic, _ => FollowAsync());
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (PageId, Days))
        {
            _shown = (PageId, Days);
            await ReadAsync();
        }
    }

    // Words come many times in a second where much goes on: the first one is waited out, and what came meanwhile is read with it.
    private async Task FollowAsync()
    {
        if (Interlocked.Exchange(ref _isDue, 1) == 1)
        {
            return;
        }

        try
        {
            await Task.Delay(Calm, Clock, _leaving.Token);
            Interlocked.Exchange(ref _isDue, 0);
            await InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
        catch (OperationCanceledException)
        {
            // The person left.
        }
    }

    private async Task ReadAsync() => _figures = await Traffic.ReadAsync(PageId, Days, _leaving.Token);

    private string FieldName(string field)
        => Text[$"traffic.field.{field}"] is { ResourceNotFound: false } known ? known : field;

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double rate) => rate.ToString("P1", CultureInfo.CurrentCulture);

    private static string? Seconds(TimeSpan all, long times)
        => times == 0 ? null : (all.TotalSeconds / times).ToString("N1", CultureInfo.CurrentCulture);
}
