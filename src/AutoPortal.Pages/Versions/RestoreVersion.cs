using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Versions;

/// <summary>Makes any version the draft again, the one that is live included. It is an operation like any other: undo takes it back, and nothing goes public by it.</summary>
internal sealed class RestoreVersion(VersionQueries versions, ReadDraft drafts, EditPage edit)
{
    public async Task<Outcome> RunAsync(Guid pageId, int number, CancellationToken ct)
    {
        if (await versions.PartsAsync(pageId, number, ct) is not { } version || await drafts.RunAsync(pageId, ct) is not { } draft)
        {
            return Refusal.NotFound;
        }

        var root = PageDocument.Parse(version.Document).Root;
        var done = await edit.RunAsync(pageId, new ReplacePage(draft.Document.Root.Fingerprint(), root), Guid.CreateVersion7(), ct);
        return done.Refusal is { } refusal ? refusal : Outcome.Ok;
    }
}
