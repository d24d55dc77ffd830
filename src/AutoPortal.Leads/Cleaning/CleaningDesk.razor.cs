using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui;
using AutoPortal.Ui.Looks;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AutoPortal.Leads.Cleaning;

/// <summary>A clerk's queue: the list left, the lead in the middle, why on the right; every act has a key.</summary>
public sealed partial class CleaningDesk : IDisposable
{
    private const int PageSize = 30;
    private static readonly string[] Keys = ["j", "k", "1", "e", "a", "x", "m", "o", "u"];

    private readonly ScreenLifetime _leaving = new();
    private ElementReference _desk;
    private IReadOnlyList<TabItem> _tabs = [];
    private string _queue = StoredWord<CleaningQueue>.Of(CleaningQueue.NeedsReview);
    private IReadOnlyList<QueueRow>? _rows;
    private string? _next;
    private CleaningCase? _case;
    private Func<Task<(Refusal? Refusal, string Said)>>? _undo;
    private string? _refusal;
    private bool _forAll;
    private bool _editing;
    private bool _refusing;
    private bool _helping;
    private bool _overturning;
    private bool _busy;
    private bool _hasFocus;

    [Inject] private CleaningQueries Queries { get; set; } = null!;

    [Inject] private MendLead MendLead { get; set; } = null!;

    [Inject] private LeaveAsIs LeaveAsIs { get; set; } = null!;

    [Inject] private InvalidateLead InvalidateLead { get; set; } = null!;

    [Inject] private MergeLead MergeLead { get; set; } = null!;

    [Inject] private NoteVerificationCall NoteCall { get; set; } = null!;

    [Inject] private NameWord NameWord { get; set; } = null!;

    [Inject] private UnnameWord UnnameWord { get; set; } = null!;

    [Inject] private UndoCleaning UndoCleaning { get; set; } = null!;

    [Inject] private OverturnInvalid OverturnInvalid { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <summary>The chosen tab, kept in the address.</summary>
    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _queue = StoredWord<CleaningQueue>.Find(Tab) is null ? _queue : Tab!;
        _tabs = Tabs([]);
        if (RendererInfo.IsInteractive && User.May(LeadsPermissions.Clean))
        {
            await ReloadAsync();
        }
    }

    // Keys work from the beginning, without a click first.
    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_hasFocus && _rows is not null)
        {
            _hasFocus = true;
            await _desk.FocusAsync(preventScroll: true);
        }
    }

    private async Task ChooseTabAsync(string queue)
    {
        _queue = queue;
        _rows = null;
        _case = null;
        await ReloadAsync();
        await _desk.FocusAsync();
    }

    private async Task ReloadAsync()
    {
        var counts = new Dictionary<string, int?>();
        foreach (var queue in Enum.GetValues<CleaningQueue>())
        {
            var page = await Queries.ListAsync(queue, null, PageSize, _leaving.Token);
            counts[StoredWord<CleaningQueue>.Of(queue)] = (int?)page.Total;
            if (StoredWord<CleaningQueue>.Of(queue) == _queue)
            {
                (_rows, _next) = (page.Rows, page.NextAfter);
            }
        }

        _tabs = Tabs(counts);
        await OpenAsync(_rows is [var first, ..] ? first.Id : null);
    }

    private async Task MoreAsync()
    {
        var page = await Queries.ListAsync(StoredWord<CleaningQueue>.Read(_queue), Guid.Parse(_next!), PageSize, _leaving.Token);
        (_rows, _next) = ([.. _rows!, .. page.Rows], page.NextAfter);
    }

    private async Task OpenAsync(Guid? id)
    {
        (_refusal, _editing, _refusing, _forAll) = (null, false, false, false);
        _case = id is { } lead ? await Queries.FindAsync(lead, _leaving.Token) : null;
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (_busy || key.CtrlKey || key.MetaKey || key.AltKey || (_editing && key.Key != "Escape"))
        {
            return;
        }

        await (key.Key switch
        {
            "j" or "ArrowDown" => StepAsync(1),
            "k" or "ArrowUp" => StepAsync(-1),
            "a" => AcceptAsync(),
            "m" => _case?.SamePersons.FirstOrDefault(s => s.CanTakeIn) is { } same ? MergeAsync(same.Id) : Task.CompletedTask,
            "u" => UndoAsync(),
            [>= '1' and <= '9'] digit => _case?.Unknown?.Suggestions.ElementAtOrDefault(digit[0] - '1') is { } code ? ChooseAsync(code) : Task.CompletedTask,
            _ => Task.CompletedTask,
        });
        _editing = key.Key switch { "e" => _case is { CanBeCleaned: true }, "Escape" => false, _ => _editing };
        _refusing = key.Key == "x" && _case is { CanBeCleaned: true };
        _helping = key.Key == "?";
        _overturning = key.Key == "o" && _case is { CanOverturn: true };
    }

    private Task StepAsync(int by)
    {
        var at = _rows?.ToList().FindIndex(r => r.Id == _case?.Id) ?? -1;
        return _rows?.ElementAtOrDefault(at + by) is { } row && at + by >= 0 ? OpenAsync(row.Id) : Task.CompletedTask;
    }

    private async Task ChooseAsync(WordCode code)
    {
        if (_case is not { Unknown: { } unknown } lead)
        {
            return;
        }

        if (!_forAll)
        {
            await DoAsync(() => MendLead.RunAsync(lead.Id, new(null, null, new Dictionary<string, string> { [unknown.Field] = code.Code }), _leaving.Token), "clean.done");
            return;
        }

        var outcome = await NameWord.RunAsync(unknown.Field, unknown.Word, code.Code, _leaving.Token);
        if (outcome.IsOk)
        {
            _undo = async () => await UnnameWord.RunAsync(outcome.Value, _leaving.Token) is { IsOk: true } undone ? (null, Text["clean.unnamed", undone.Value]) : (Refusal.ChangedMeanwhile, "");
        }

        await SaidAsync(outcome.Refusal, outcome.IsOk ? Text["clean.named", outcome.Value.Leads.Count] : "");
    }

    // The rules first; what they still mark, the clerk has looked at.
    private Task AcceptAsync() => _case is not { } lead ? Task.CompletedTask : DoAsync(async () =>
    {
        // A dealer has it by now: its answers are the dealer's to ask, and the clerk only lets it go.
        if (!lead.CanBeCleaned)
        {
            return await LeaveAsIs.RunAsync(lead.Id, _leaving.Token);
        }

        var outcome = await MendLead.RunAsync(lead.Id, Mending.Nothing, _leaving.Token);
        return outcome.IsOk && await Queries.FindAsync(lead.Id, _leaving.Token) is { Queue: not null } ? await LeaveAsIs.RunAsync(lead.Id, _leaving.Token) : outcome;
    }, "clean.done");

    private async Task MendedAsync()
    {
        await RememberAsync(_case!);
        await SaidAsync(null, Text["clean.done"]);
    }

    private async Task LeaveFormAsync()
    {
        _editing = false;
        await _desk.FocusAsync();
    }

    private Task CallAsync(bool wasAnswered) => DoAsync(() => NoteCall.RunAsync(_case!.Id, wasAnswered, _leaving.Token), "clean.call_noted");

    // What was merged is another lead's by now.
    private Task MergeAsync(Guid into) => ActAsync(() => MergeLead.RunAsync(_case!.Id, into, _leaving.Token), "clean.merged", () => _undo = null);

    private Task InvalidateAsync(string reason)
    {
        var id = _case!.Id;
        _refusing = false;
        return DoAsync(() => InvalidateLead.RunAsync(id, reason, _leaving.Token), "clean.invalidated");
    }

    private async Task<Refusal?> OverturnAsync(string reason)
    {
        var outcome = await OverturnInvalid.RunAsync(_case!.Id, reason, _leaving.Token);
        if (outcome.IsOk)
        {
            (_overturning, _undo) = (false, null);
            await SaidAsync(null, Text["overturn.done"]);
        }

        return outcome.Refusal;
    }

    private async Task UndoAsync()
    {
        var (undo, nothing) = (_undo, LeadRefusals.NothingToUndo);
        _undo = null;
        var (refusal, said) = undo is null ? (nothing, "") : await undo();
        await SaidAsync(refusal, said);
    }

    // An act that a key takes back: as the lead stood before, unless somebody changed it since.
    private Task DoAsync(Func<Task<Outcome>> act, string done)
    {
        var lead = _case!;
        return ActAsync(async () =>
        {
            var outcome = await act();
            if (outcome.IsOk)
            {
                await RememberAsync(lead);
            }

            return outcome;
        }, done);
    }

    private async Task RememberAsync(CleaningCase lead)
    {
        var step = new ClerkStep(lead.Id, lead.Before, await Queries.VersionAsync(lead.Id, _leaving.Token));
        _undo = async () => ((await UndoCleaning.RunAsync(step, _leaving.Token)).Refusal, Text["clean.undone"]);
    }

    private async Task ActAsync(Func<Task<Outcome>> act, string done, Action? then = null)
    {
        _busy = true;
        try
        {
            var outcome = await act();
            if (outcome.IsOk)
            {
                then?.Invoke();
            }

            await SaidAsync(outcome.Refusal, Text[done]);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task SaidAsync(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            _refusal = Text.Why(refusal);
            return;
        }

        Toasts.Show(done);
        await ReloadAsync();
        await _desk.FocusAsync();
    }

    private IReadOnlyList<TabItem> Tabs(Dictionary<string, int?> counts)
        => [.. Enum.GetValues<CleaningQueue>().Select(StoredWord<CleaningQueue>.Of).Select(q => new TabItem(q, Text[$"queue.{q}"], counts.GetValueOrDefault(q) is > 0 and { } count ? count : null))];

    private string NameOf(string field, WordCode code) => WordNames.Say(Text, field, code);

    private string ReadOf(AnswerLine answer) => answer.Read is not { } read ? "—" : answer.Field switch
    {
        CleaningFields.Source => Text.Source(read),
        CleaningFields.Window => Text.Say("window", read),
        CleaningFields.Budget => Text["facts.has_budget"],
        _ => read,
    };
}
