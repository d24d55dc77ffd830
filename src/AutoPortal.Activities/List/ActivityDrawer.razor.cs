using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Move;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.List;

/// <summary>One activity: figures, what can be done with it, and who has signed up.</summary>
public sealed partial class ActivityDrawer
{
    private readonly CancellationTokenSource _leaving = new();
    private DataGrid<SignUpRow>? _grid;
    private Guid? _shown;
    private ActivityRow? _activity;
    private bool _isLoading;

    /// <summary>The activity; null while closed.</summary>
    [Parameter] public Guid? ActivityId { get; set; }

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The activity was moved.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private ActivityQueries Activities { get; set; } = null!;

    [Inject] private MoveActivity Move { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private string PageHref => $"/{Scope.TenantIdentifier}/{PagePaths.Activity}/{_activity!.Slug}";

    private List<FilterOption> ContactOptions => [new("yes", Text["contact.yes"]), new("no", Text["contact.no"])];

    /// <summary>Reads the figures and the list anew; does nothing while closed.</summary>
    public async Task ReloadAsync()
    {
        if (_shown is not { } id)
        {
            return;
        }

        _activity = await Activities.FindAsync(id, _leaving.Token);
        if (_grid is not null)
        {
            await _grid.ReloadAsync();
        }

        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == ActivityId)
        {
            return;
        }

        _shown = ActivityId;
        _activity = null;
        if (_shown is { } id && RendererInfo.IsInteractive)
        {
            _isLoading = true;
            _activity = await Activities.FindAsync(id, _leaving.Token);
            _isLoading = false;
        }
    }

    private static string Moment(DateTimeOffset at) => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string ContactKey(SignUpRow signUp) => signUp.MayBeContacted ? "contact.yes" : "contact.no";

    private bool May(ActivityMove move) => ActivityTransitions.Find(StateWord.Read(_activity!.State), move) is not null;

    private Task<Page<SignUpRow>> LoadAsync(PageRequest page) => Activities.SignUpsAsync(_shown!.Value, page, _leaving.Token);

    private async Task MoveAsync(ActivityMove move)
    {
        var outcome = await Move.RunAsync(_activity!.Id, move, _leaving.Token);
        Toasts.Show(
            outcome.IsOk ? Text["moved." + move.ToString().ToLowerInvariant(), ActivityWords.Title(_activity)] : Text[outcome.Refusal.Code, outcome.Refusal.Details],
            outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await ReloadAsync();
        await OnChanged.InvokeAsync();
    }
}
