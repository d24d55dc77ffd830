using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Card;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AutoPortal.Leads.Work;

/// <summary>A contact written down in half a minute: keys 1–5 choose the result, Ctrl+Enter saves.</summary>
public sealed partial class FollowUpForm : IAsyncDisposable
{
    private static readonly string[] Channels = ["call", "wecom", "sms", "visit", "other"];

    private readonly ScreenLifetime _leaving = new();
    private FollowUpDraft _draft = new();
    private IReadOnlyDictionary<string, string> _wrong = new Dictionary<string, string>();
    private DraftKeeper _keeper = null!;
    private ElementReference _form;
    private IJSObjectReference? _keys;
    private string? _refusal;
    private bool _busy;

    /// <summary>It was saved.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>The lead is no longer as it was shown; what was typed stays.</summary>
    [Parameter] public EventCallback OnStale { get; set; }

    /// <summary>The person will write it down later.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    [CascadingParameter] private LeadCardState State { get; set; } = null!;

    [Inject] private RecordFollowUp RecordFollowUp { get; set; } = null!;

    [Inject] private InviteLead InviteLead { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private LeadCard Card => State.Card!;

    private string NextHint => Text["follow_up.next_hint", Card.Level == _draft.DaysOf(Card).Level ? Card.Level : _draft.Level!, _draft.DaysOf(Card).First, _draft.DaysOf(Card).Last];

    private IEnumerable<string> Phrases
        => Enumerable.Range(1, 3).Select(n => Text[$"phrase.{_draft.Outcome ?? "reached"}.{n}"]).Where(p => !p.ResourceNotFound).Select(p => p.Value);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _leaving.Dispose();
        if (_keys is null)
        {
            return;
        }

        try
        {
            await _keys.InvokeVoidAsync("stop", CancellationToken.None);
            await _keys.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its keys with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && RendererInfo.IsInteractive)
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./_content/AutoPortal.Leads/Work/FollowUpForm.razor.js");
            _keys = await module.InvokeAsync<IJSObjectReference>("watch", _leaving.Token, _form);
        }
    }

    private string? Wrong(string field) => _wrong.GetValueOrDefault(field);

    private void Choose(string outcome)
    {
        _draft.Outcome = outcome;
        if (outcome is "replied" or "message_sent" && _draft.Channel == "call")
        {
            _draft.Channel = "wecom";
        }
    }

    private void Rate(string level) => _draft.Level = level == Card.Level ? null : level;

    private void Append(string phrase) => _draft.Note = string.IsNullOrWhiteSpace(_draft.Note) ? phrase : $"{_draft.Note.TrimEnd()} {phrase}";

    private async Task SaveAsync()
    {
        _refusal = null;
        _wrong = _draft.Check(Card, Clock.GetUtcNow(), Text);
        if (_wrong.Count > 0 || _busy)
        {
            return;
        }

        _busy = true;
        var outcome = await RecordFollowUp.RunAsync(Card.Id, _draft.Entry(), _leaving.Token);
        if (outcome.IsOk && _draft.IsInvitation)
        {
            outcome = await InviteLead.RunAsync(Card.Id, _draft.VisitMoment!.Value, _leaving.Token);
        }

        _busy = false;
        if (outcome.IsOk)
        {
            await _keeper.ForgetAsync();
            Toasts.Show(Text["follow_up.saved", LeadDays.When(_draft.Entry().NextContactAt!.Value, Clock.GetUtcNow(), Text)]);
            await OnSaved.InvokeAsync();
            return;
        }

        _refusal = Text.Why(outcome.Refusal);
        if (outcome.Refusal == Refusal.ChangedMeanwhile)
        {
            await OnStale.InvokeAsync();
        }
    }
}
