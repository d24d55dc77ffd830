using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.People;

/// <summary>One member: role, place, days, caps, and where they are signed in.</summary>
public sealed partial class MemberDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<SessionRow>? _sessions;
    private Guid? _shown;
    private bool _isEditing;
    private bool _needsPassword;
    private string? _password;

    /// <summary>The member; null while closed.</summary>
    [Parameter] public MemberRow? Member { get; set; }

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The member was changed.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private PeopleQueries People { get; set; } = null!;

    [Inject] private EndSessions EndSessions { get; set; } = null!;

    [Inject] private EditMember Edit { get; set; } = null!;

    [Inject] private IssuePassword Issue { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private bool MayManage => User.May(PlatformPermissions.PeopleManage);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Member?.MembershipId)
        {
            return;
        }

        _shown = Member?.MembershipId;
        (_isEditing, _sessions, _needsPassword, _password) = (false, null, false, null);
        if (_shown is { } id)
        {
            _sessions = await People.SessionsAsync(id, _leaving.Token);
            _needsPassword = await Issue.IsNeededAsync(id, _leaving.Token);
        }
    }

    private async Task IssuePasswordAsync()
    {
        var issued = await Issue.RunAsync(Member!.MembershipId, _leaving.Token);
        (_needsPassword, _password) = (false, issued.IsOk ? issued.Value : null);
        if (!issued.IsOk)
        {
            Toasts.Tell(new Outcome(issued.Refusal), Text, "");
        }
    }

    private async Task SavedAsync()
    {
        _isEditing = false;
        await OnChanged.InvokeAsync();
    }

    private async Task EndMembershipAsync()
    {
        var outcome = await Edit.EndAsync(Member!.MembershipId, ShanghaiTime.DateOf(Clock.GetUtcNow()), _leaving.Token);
        Toasts.Tell(outcome, Text, Text["people.ended_today", Member.Name]);
        await OnChanged.InvokeAsync();
    }

    private async Task EndAsync(Guid? sessionId)
    {
        var outcome = await EndSessions.RunAsync(Member!.MembershipId, sessionId, _leaving.Token);
        Toasts.Tell(outcome, Text, Text["people.ended", Member.Name]);
        _sessions = await People.SessionsAsync(Member.MembershipId, _leaving.Token);
    }
}
