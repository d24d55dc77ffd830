using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Builder.Canvas;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Session;

/// <summary>One open builder: which draft its canvas shows, and how it gets from there to the present one. It holds a document and no components.</summary>
internal sealed class BuilderSession(DraftActs acts, IntentReader intents, CanvasPainter painter, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private string _language = PageLanguages.Chinese;

    /// <summary>The draft that the canvas shows; null before it was opened.</summary>
    public Draft? Shown { get; private set; }

    /// <summary>What was last refused because somebody else had been there, until it is decided.</summary>
    public OpenConflict? Conflict { get; private set; }

    public void Dispose() => _turn.Dispose();

    /// <summary>Opens the page, if it is there for this person.</summary>
    public async Task<bool> OpenAsync(Guid pageId, CancellationToken ct)
    {
        Shown = await acts.Read.RunAsync(pageId, ct);
        return Shown is not null;
    }

    /// <summary>The browser shows the draft of that number in that language.</summary>
    /// <returns>What it missed since, or null.</returns>
    public Task<CanvasPatch?> StartAsync(int revision, string language, CancellationToken ct) => InTurnAsync(async () =>
    {
        _language = PageLanguages.Of(language);
        var now = await acts.Read.RunAsync(Shown!.PageId, ct);
        if (now is not null && now.Revision == revision)
        {
            Shown = now;
            return null;
        }

        // It saw a draft that this circuit never had; what lies between is told by the one that is here.
        return now is null ? null : Shown.Revision == revision ? await ShowAsync(now, ct) : null;
    });

    /// <summary>Somebody changed the page.</summary>
    /// <returns>What to show, or null where it is shown already.</returns>
    public Task<CanvasPatch?> HearAsync(int revision, CancellationToken ct) => InTurnAsync(async () =>
        Shown is { } shown && revision > shown.Revision && await acts.Read.RunAsync(shown.PageId, ct) is { } now ? await ShowAsync(now, ct) : null);

    /// <summary>Does what the hands did.</summary>
    public Task<(BuilderReply Reply, Refusal? Refusal)> ActAsync(Guid operationId, BuilderIntent intent, CancellationToken ct) => InTurnAsync(async () =>
    {
        var page = Shown!;
        if (intent.Act is "undo" or "redo")
        {
            var stepped = intent.Act is "undo" ? await acts.Undo.RunAsync(page.PageId, operationId, ct) : await acts.Redo.RunAsync(page.PageId, operationId, ct);
            return (new BuilderReply { Patch = await ShowAsync(stepped.Draft, ct) }, stepped.Refusal);
        }

        var read = intents.Read(intent, page.Document, page.Revision);
        return read.IsOk ? await EditAsync(read.Value, operationId, ct) : (new BuilderReply(), read.Refusal);
    });

    /// <summary>Sets one field of a block as the inspector shows it.</summary>
    public Task<(BuilderReply Reply, Refusal? Refusal)> SetAsync(string blockId, FieldSet set, CancellationToken ct) => InTurnAsync(async () =>
    {
        var before = set.Seen is { } seen ? seen.Value : Shown!.Document.Root.Find(blockId)?.Field(set.Field);
        var edit = new SetFields(blockId, new Dictionary<string, FieldChange>(StringComparer.Ordinal) { [set.Field] = new(before, set.Value) });
        return await EditAsync(edit, Ids.New(clock), ct);
    });

    /// <summary>Ends the open conflict: what the person wanted is done over what is there, or given up.</summary>
    public Task<(BuilderReply Reply, Refusal? Refusal)> SettleAsync(bool keepMine, CancellationToken ct) => InTurnAsync(async () =>
    {
        var conflict = Conflict;
        Conflict = null;
        return conflict is not null && keepMine ? await EditAsync(conflict.Over(), Ids.New(clock), ct) : (new BuilderReply(), null);
    });

    private async Task<(BuilderReply Reply, Refusal? Refusal)> EditAsync(PageEdit edit, Guid operationId, CancellationToken ct)
    {
        var edited = await acts.Edit.RunAsync(Shown!.PageId, edit, operationId, ct);
        var patch = await ShowAsync(edited.Draft, ct);
        if (edited.Conflicts.Count > 0)
        {
            Conflict = new OpenConflict(edit, edited.Conflicts, Shown!.Document);
        }

        return (new BuilderReply { Patch = patch, Select = edited.Refusal is null ? IntentReader.Chosen(edit) : null }, edited.Refusal);
    }

    private async Task<CanvasPatch?> ShowAsync(Draft? wanted, CancellationToken ct)
    {
        if (wanted is null || wanted.Revision <= Shown!.Revision)
        {
            return null;
        }

        var patch = await painter.PatchAsync(Shown, wanted, _language, ct);
        Shown = wanted;
        return patch;
    }

    // Calls of one circuit take turns only between awaits; two of them must not both start from the same draft.
    private async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
