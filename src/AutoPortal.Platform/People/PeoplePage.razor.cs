using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using AutoPortal.Ui.Looks;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.People;

/// <summary>Who works here, in which role, how far they reach; duty, locks and sessions.</summary>
public sealed partial class PeoplePage
{
    private readonly ScreenLifetime _leaving = new();
    private DataGrid<MemberRow> _grid = null!;
    private List<FilterOption> _nodes = [];
    private MemberRow? _open;
    private MemberHired? _hired;
    private bool _isHiring;

    [Inject] private PeopleQueries People { get; set; } = null!;

    [Inject] private LockMember LockMember { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private SwitchDuty SwitchDuty { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private List<FilterOption> RoleOptions => [.. RoleGrants.ByTemplate.Keys.Select(t => new FilterOption(t, RoleWords.Of(Text, t, null)))];

    private List<FilterOption> StateOptions => [.. MemberFilters.States.Select(s => new FilterOption(s, Text["member_state." + s]))];

    private bool MayManage => User.May(PlatformPermissions.PeopleManage);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!User.May(PlatformPermissions.PeopleRead))
        {
            return;
        }

        var tree = await Organisation.TreeAsync(_leaving.Token);
        var seen = tree.Dealers.Where(d => Scope.SeesAllDealers || Scope.DealerIds.Contains(d.Id)).ToList();
        _nodes =
        [
            .. tree.Regions.Where(r => seen.Exists(d => d.RegionId == r.Id)).Select(r => new FilterOption(r.Id.ToString(), r.Name)),
            .. seen.Select(d => new FilterOption(d.Id.ToString(), d.Name)),
        ];
    }

    private static string StateKey(MemberRow member) => "member_state." + member.State;

    private static Tone ToneOf(MemberRow member) => member.State switch
    {
        "active" => Tone.Good,
        "planned" => Tone.Note,
        "locked" => Tone.Bad,
        _ => Tone.Calm,
    };

    private static string DutyKey(MemberRow member) => !member.IsAdvisor ? "people.no_duty" : member.IsOnDuty ? "people.is_on_duty" : "people.is_off_duty";

    private void Open(MemberRow member) => _open = member;

    private async Task HiredAsync(MemberHired? hired)
    {
        (_isHiring, _hired) = (false, hired);
        await _grid.ReloadAsync();
    }

    private async Task ChangedAsync()
    {
        _open = _open is { } known ? await People.FindAsync(known.MembershipId, _leaving.Token) : null;
        await _grid.ReloadAsync();
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
}
