namespace AutoPortal.Pages.Builder.Edits;

/// <summary>Takes back the author's newest step.</summary>
internal sealed class UndoPageEdit(StepBack steps)
{
    public Task<EditedDraft> RunAsync(Guid pageId, Guid operationId, CancellationToken ct) => steps.RunAsync(pageId, forth: false, operationId, ct);
}

/// <summary>Does again what was taken back last.</summary>
internal sealed class RedoPageEdit(StepBack steps)
{
    public Task<EditedDraft> RunAsync(Guid pageId, Guid operationId, CancellationToken ct) => steps.RunAsync(pageId, forth: true, operationId, ct);
}
