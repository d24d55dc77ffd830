using System.Globalization;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Shell;
using AutoPortal.Ui.Time;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.Surveys;

/// <summary>What people answered: shares of the choices, free words, and everybody's answers to take away. Its filters stand in the address, where the list below reads them too.</summary>
public sealed partial class SurveyResultsView
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<AnswerRow>? _grid;
    private SurveyResults? _results;
    private IDisposable? _listening;
    private string? _narrowed;
    private bool _isLoading = true;

    /// <summary>The activity.</summary>
    [Parameter] public Guid ActivityId { get; set; }

    /// <summary>A dealer, or <c>none</c> for whoever named none.</summary>
    [SupplyParameterFromQuery(Name = "f.dealer")] public string? Dealer { get; set; }

    /// <summary>Days back, today among them.</summary>
    [SupplyParameterFromQuery(Name = "f.time")] public string? Time { get; set; }

    [Inject] private SurveyQueries Surveys { get; set; } = null!;

    [Inject] private AnswerQueries Answers { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Filters
        => new[] { (AnswerFilter.Dealer, Value: Dealer), (AnswerFilter.Time, Value: Time) }.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Item1, f => f.Value!, StringComparer.Ordinal);

    private string Title => _results is null ? Text["answers.title"] : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && _results.TitleEn.Length > 0 ? _results.TitleEn : _results.TitleZh;

    private List<Crumb> Crumbs => [new(Text["list.title"], $"{ActivitiesRoutes.List}?activity={ActivityId}")];

    private bool IsOpen => _results is { State: "running", PagePath: not null };

    private string? LastWords => _results!.LastAt is { } at ? Text["answers.last", ShanghaiClock(at)].Value : null;

    private List<FilterOption> DealerOptions => [.. _results!.Dealers.Select(d => new FilterOption(d.Id?.ToString() ?? AnswerFilter.NoDealer, d.Id is null ? Text["answers.no_dealer"] : d.Name ?? Text["answers.gone_dealer"]))];

    private List<FilterOption> TimeOptions => [.. AnswerFilter.Days.Select(d => new FilterOption(d.ToString(CultureInfo.InvariantCulture), Text[d == 1 ? "answers.today" : "answers.days", d]))];

    /// <inheritdoc/>
    public Task FilterAsync(string name, string? value) => GoAsync(new() { ["f." + name] = value });

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
                await ReadAsync();
                await (_grid?.ReloadAsync() ?? Task.CompletedTask);
                StateHasChanged();
            }));
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var narrowed = $"{ActivityId}|{Dealer}|{Time}";
        if (_narrowed == narrowed)
        {
            return;
        }

        await ReadAsync();
        _narrowed = narrowed;
        _isLoading = false;
        if (_results is null)
        {
            Navigation.NotFound();
        }
    }

    private static string ShanghaiClock(DateTimeOffset at) => Kernel.Time.ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private async Task ReadAsync() => _results = await Surveys.FindAsync(ActivityId, AnswerFilter.Of(Filters, Clock.GetUtcNow()), _leaving.Token);

    private Task ClearAsync() => GoAsync(new() { ["f." + AnswerFilter.Dealer] = null, ["f." + AnswerFilter.Time] = null });

    // Another question begins at the first page.
    private Task GoAsync(Dictionary<string, object?> values)
    {
        (values["after"], values["page"]) = (null, null);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(values));
        return Task.CompletedTask;
    }
}
