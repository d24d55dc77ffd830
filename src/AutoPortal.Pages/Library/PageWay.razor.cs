using System.Globalization;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Lint;
using AutoPortal.Pages.Publish;
using AutoPortal.Pages.Versions;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Library;

/// <summary>A page's way to the public: looked over, handed in, decided by another person.</summary>
public sealed partial class PageWay
{
    private readonly ScreenLifetime _leaving = new();
    private string _note = "";
    private string _reason = "";
    private DateTime? _from;
    private DateTime? _until;
    private string? _error;
    private bool _isRejecting;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public PageRow Page { get; set; } = null!;

    /// <summary>What there is to mend.</summary>
    [Parameter] public IReadOnlyList<LintFinding> Findings { get; set; } = [];

    /// <summary>The version that is on its way, or null.</summary>
    [Parameter] public ReleaseRow? Pending { get; set; }

    /// <summary>Something was decided.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private SubmitPage Submit { get; set; } = null!;

    [Inject] private DecideRelease Decide { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool MayEdit => User.May(PagesPermissions.Edit);

    private bool MayPublish => User.May(PagesPermissions.Publish);

    private bool IsMine => Pending?.ById == User.Id;

    private bool HasErrors => Findings.Any(f => f.Severity is LintSeverity.Error);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    private string Period(ReleaseRow release)
        => (release.LiveFrom, release.LiveUntil) switch
        {
            ({ } from, { } until) => Text["way.period", Moment(from), Moment(until)],
            ({ } from, null) => Text["way.period_from", Moment(from)],
            (null, { } until) => Text["way.period_until", Moment(until)],
            _ => Text["way.at_once"],
        };

    private static string Moment(DateTimeOffset at) => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset? InShanghai(DateTime? typed)
        => typed is { } local ? ShanghaiTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;

    private async Task SubmitAsync()
    {
        var handedIn = await Submit.RunAsync(Page.Id, new ReleaseWish(_note.Trim(), InShanghai(_from), InShanghai(_until)), _leaving.Token);
        _error = handedIn.IsOk ? null : Text[handedIn.Refusal.Code, handedIn.Refusal.Details].Value;
        if (handedIn.IsOk)
        {
            (_note, _from, _until) = ("", null, null);
            Toasts.Show(Text["way.submitted"]);
            await OnChanged.InvokeAsync();
        }
    }

    private Task ApproveAsync() => TellAsync(Decide.ApproveAsync(Pending!.Id, _leaving.Token), "way.approved");

    private Task TakeBackAsync() => TellAsync(Decide.TakeBackAsync(Pending!.Id, _leaving.Token), "way.taken_back");

    private async Task RejectAsync()
    {
        if (string.IsNullOrWhiteSpace(_reason))
        {
            _error = Text[PageRefusals.ReasonIsMissing.Code];
            return;
        }

        await TellAsync(Decide.RejectAsync(Pending!.Id, _reason, _leaving.Token), "way.rejected");
        (_reason, _isRejecting, _error) = ("", false, null);
    }

    private async Task TellAsync(Task<Outcome> act, string done)
    {
        var outcome = await act;
        Toasts.Show(outcome.IsOk ? Text[done] : Text[outcome.Refusal.Code, outcome.Refusal.Details], outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await OnChanged.InvokeAsync();
    }
}
