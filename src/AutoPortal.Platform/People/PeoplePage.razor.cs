using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.People;

/// <summary>Who works here, in which role, how far they reach; duty, locks and sessions.</summary>
public sealed partial class PeoplePage
{
    private readonly CancellationTokenSource _leaving = new();
    private DataGrid<MemberRow> _grid = null!;
    private MemberRow? _open;
    private IReadOnlyList<SessionRow>? _sessions;

    [Inject] private PeopleQueries People { get; set; } = null!;

    [Inject] private LockMember LockMember { get; set; } = null!;

    [Inject] private EndSessions EndSessions { get; set; } = null!;

    [Inject] private SwitchDuty SwitchDuty { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private List<FilterOption> RoleOptions => [.. RoleGrants.ByTemplate.Keys.Select(t => new FilterOption(t, RoleWords.Of(Text, t, null)))];

    private List<FilterOption> StateOptions => [new("active", Text["people.active"]), new("locked", Text["people.locked"])];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private static string StateKey(MemberRow member) => member.IsActive ? "people.active" : "people.locked";

    private static string DutyKey(MemberRow member) => !member.IsAdvisor ? "people.no_duty" : member.IsOnDuty ? "people.is_on_duty" : "people.is_off_duty";

    private async Task OpenAsync(MemberRow member)
    {
        _open = member;
        _sessions = null;
        StateHasChanged();
        _sessions = await People.SessionsAsync(member.MembershipId, _leaving.Token);
    }

    private async Task LockAsync(MemberRow member, bool isLocked)
    {
        var outcome = await LockMember.RunAsync(member.MembershipId, isLocked, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[isLocked ? "people.now_locked" : "people.now_unlocked", member.Name], () => LockAsync(member, !isLocked));
        await _grid.ReloadAsync();
    }

    private async Task SwitchDutyAsync(MemberRow member, bool isOnDuty)
    {
        var outcome = await SwitchDuty.RunAsync(member.MembershipId, isOnDuty, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[isOnDuty ? "people.came_on_duty" : "people.left_duty", member.Name], () => SwitchDutyAsync(member, !isOnDuty));
        await _grid.ReloadAsync();
    }

    private async Task EndAsync(Guid? sessionId)
    {
        var outcome = await EndSessions.RunAsync(_open!.MembershipId, sessionId, _leaving.Token);
        Toasts.Tell(outcome, Text, Text["people.ended", _open.Name]);
        _sessions = await People.SessionsAsync(_open.MembershipId, _leaving.Token);
    }
}
