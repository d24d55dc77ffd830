using System.Globalization;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Shell;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.Board;

/// <summary>One activity as it runs: who signed up, who came, who is expected tomorrow, and what became of them; it grows while one looks on.</summary>
public sealed partial class ActivityBoardView
{
    private readonly ScreenLifetime _leaving = new();
    private ActivityBoard? _board;
    private IDisposable? _listening;
    private bool _isLoading = true;

    /// <summary>The activity.</summary>
    [Parameter] public Guid ActivityId { get; set; }

    [Inject] private BoardQueries Boards { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private string Title => _board is null ? Text["list.activity"] : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && _board.TitleEn.Length > 0 ? _board.TitleEn : _board.TitleZh;

    private List<Crumb> Crumbs => [new(Text["list.title"], ActivitiesRoutes.List)];

    private List<BoardRow> Tomorrow => [.. _board!.Rows.Where(r => r.Expected is not null)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && User.May(ActivitiesPermissions.Read))
        {
            _listening = Bus.SubscribeCalmly(Scope.TenantId, ActivityTopics.SignUps, TimeSpan.FromSeconds(1), Clock, () => InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            }));
        }

        await ReadAsync();
        _isLoading = false;
        if (_board is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ReadAsync() => _board = await Boards.FindAsync(ActivityId, _leaving.Token);

    private string Sum(Func<BoardRow, int> figure) => _board!.Rows.Sum(figure).ToString("N0", CultureInfo.CurrentCulture);

    private string When(BoardRow row) => row is { StartsAt: { } from, EndsAt: { } until } ? SessionWords.Of(from, until) : Text["board.whole"];

    private string Who(BoardRow row) => row.Dealer ?? Text["board.shared"];
}
