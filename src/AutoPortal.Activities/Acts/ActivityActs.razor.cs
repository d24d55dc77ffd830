using System.Text.Json;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.List;
using AutoPortal.Activities.Move;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.Acts;

/// <summary>What can be done with an activity as it stands, by whoever looks.</summary>
public sealed partial class ActivityActs
{
    private readonly ScreenLifetime _leaving = new();
    private ActivityMove? _asked;
    private string _reason = "";
    private string? _wrong;
    private bool _isCloning;
    private DateOnly? _opensOn;

    /// <summary>The activity.</summary>
    [Parameter, EditorRequired] public ActivityRow Activity { get; set; } = null!;

    /// <summary>Something was done.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private MoveActivity Move { get; set; } = null!;

    [Inject] private CloneActivity Clone { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private bool IsTheirs => ActivityReach.Owns(Scope, Activity.Scope, Activity.DealerIds);

    private bool MayManage => Scope.May(ActivitiesPermissions.Manage) && IsTheirs;

    private bool MayApprove => Scope.May(ActivitiesPermissions.Approve) && IsTheirs;

    private bool IsOwn => Activity.AuthorId is { } author && author == Scope.UserId;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    private static string StateWordOf(ActivityMove move) => JsonNamingPolicy.SnakeCaseLower.ConvertName(move.ToString());

    private bool Is(string state) => Activity.State == state;

    private bool Open(ActivityMove move) => ActivityTransitions.Find(StateWord.Read(Activity.State), move) is not null;

    private void Ask(ActivityMove move) => (_asked, _reason, _wrong, _isCloning) = (move, "", null, false);

    private void AskForClone()
        => (_isCloning, _asked, _wrong, _opensOn) = (true, null, null, ShanghaiTime.DateOf(Clock.GetUtcNow()).AddDays(7));

    private async Task MoveAsync(ActivityMove move)
    {
        var outcome = await Move.RunAsync(Activity.Id, move, _reason, _leaving.Token);
        if (outcome.Refusal == ActivityRefusals.ReasonIsMissing)
        {
            _wrong = Text[outcome.Refusal!.Code];
            return;
        }

        (_asked, _reason, _wrong) = (null, "", null);
        Tell(outcome, "moved." + StateWordOf(move));
        await OnChanged.InvokeAsync();
    }

    private async Task CloneAsync()
    {
        if (_opensOn is not { } on)
        {
            _wrong = Text["activities.is_needed"];
            return;
        }

        var made = await Clone.RunAsync(Activity.Id, on, _leaving.Token);
        if (!made.IsOk)
        {
            _wrong = Text[made.Refusal.Code, made.Refusal.Details];
            return;
        }

        Toasts.Show(Text["act.cloned", ActivityWords.Title(Activity)]);
        Navigation.NavigateTo(ActivitiesRoutes.EditOf(made.Value));
    }

    private void Tell(Outcome outcome, string done)
        => Toasts.Show(
            outcome.IsOk ? Text[done, ActivityWords.Title(Activity)] : Text[outcome.Refusal.Code, outcome.Refusal.Details],
            outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
}
