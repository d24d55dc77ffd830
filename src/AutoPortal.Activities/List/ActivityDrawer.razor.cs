using System.Globalization;
using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.List;

/// <summary>One activity: figures, what can be done with it, and who has signed up.</summary>
public sealed partial class ActivityDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<SignUpRow>? _grid;
    private Guid? _shown;
    private ActivityRow? _activity;
    private ActivityDetails? _details;
    private WaitingStory? _story;
    private string _storyOf = "";
    private bool _isLoading;

    /// <summary>The activity; null while closed.</summary>
    [Parameter] public Guid? ActivityId { get; set; }

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The activity was moved.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private ActivityQueries Activities { get; set; } = null!;

    [Inject] private DetailQueries Details { get; set; } = null!;

    [Inject] private CorrectCheckIn Correct { get; set; } = null!;

    [Inject] private KindCatalog Kinds { get; set; } = null!;

    [Inject] private AnswerSignUp Answer { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool HasDoor => User.May(ActivitiesPermissions.CheckIn) && _activity is { State: "running" or "paused" or "ended" } a && Kinds.Find(a.Kind) is { IsVisited: true };

    private bool HasAnswers => _activity is { } a && Kinds.Find(a.Kind) is { } kind && kind.Uses(KindParts.Questions);

    private bool MayAct => User.May(ActivitiesPermissions.Manage) && _activity is { } a && ActivityReach.Owns(Scope, a.Scope, a.DealerIds);

    private List<FilterOption> StateOptions => [.. SignUpStates.All.Select(s => new FilterOption(s, Text["sign_up." + s]))];

    private List<FilterOption> ContactOptions => [new("yes", Text["contact.yes"]), new("no", Text["contact.no"])];

    /// <summary>Reads the figures and the list anew; does nothing while closed.</summary>
    public async Task ReloadAsync()
    {
        if (_shown is not { } id)
        {
            return;
        }

        await ReadAsync(id);
        if (_grid is not null)
        {
            await _grid.ReloadAsync();
        }

        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
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
        (_activity, _details, _story) = (null, null, null);
        if (_shown is { } id && RendererInfo.IsInteractive)
        {
            _isLoading = true;
            await ReadAsync(id);
            _isLoading = false;
        }
    }

    private static string Moment(DateTimeOffset at) => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string ContactKey(SignUpRow signUp) => signUp.MayBeContacted ? "contact.yes" : "contact.no";

    private Task<Page<SignUpRow>> LoadAsync(PageRequest page) => Activities.SignUpsAsync(_shown!.Value, page, _leaving.Token);

    private async Task ReadAsync(Guid id)
    {
        _activity = await Activities.FindAsync(id, _leaving.Token);
        _details = _activity is null ? null : await Details.FindAsync(id, _leaving.Token);
    }

    private async Task ChangedAsync()
    {
        await ReloadAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task ExplainAsync(SignUpRow signUp)
    {
        _story = await Details.ExplainAsync(signUp.Id, _leaving.Token);
        _storyOf = $"{signUp.NameMask} · {signUp.Number}";
    }

    private async Task CancelAsync(SignUpRow signUp) => await TellAsync(await Answer.CancelAsync(signUp.Id, _leaving.Token), "sign_up.was_cancelled", signUp);

    private async Task UndoAsync(SignUpRow signUp) => await TellAsync(await Correct.UndoAsync(signUp.Id, _leaving.Token), "sign_up.was_undone", signUp);

    private async Task ConfirmAsync(SignUpRow signUp) => await TellAsync(await Answer.ConfirmAsync(signUp.Id, _leaving.Token), "sign_up.was_confirmed", signUp);

    private async Task TellAsync(Outcome outcome, string done, SignUpRow signUp)
    {
        Toasts.Show(
            outcome.IsOk ? Text[done, signUp.NameMask] : Text[outcome.Refusal.Code, outcome.Refusal.Details],
            outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await ChangedAsync();
    }
}
