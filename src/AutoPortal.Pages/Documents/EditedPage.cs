using System.Text.Json;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Documents;

/// <summary>What came of an operation.</summary>
/// <param name="Document">The page after it; as it was where it was refused.</param>
/// <param name="Inverse">The operation that takes it back; null where it was refused.</param>
/// <param name="Refusal">Why not, or null.</param>
/// <param name="Conflicts">Where somebody else had changed the same things; empty unless refused for that.</param>
public sealed record EditedPage(PageDocument Document, PageEdit? Inverse, Refusal? Refusal, IReadOnlyList<EditConflict> Conflicts)
{
    internal static EditedPage Done(PageNode root, PageEdit inverse) => new(new PageDocument(root), inverse, null, []);

    internal static EditedPage Refused(PageDocument document, Refusal refusal, params IReadOnlyList<EditConflict> conflicts)
        => new(document, null, refusal, conflicts);
}

/// <summary>A field that two people wanted to be different, or a block that one changed and the other removed.</summary>
/// <param name="BlockId">The block.</param>
/// <param name="Field">The field, or null where the whole block is meant.</param>
/// <param name="Before">What the author had seen.</param>
/// <param name="Theirs">What stands there now.</param>
/// <param name="Mine">What the author wanted.</param>
public sealed record EditConflict(string BlockId, string? Field = null, JsonElement? Before = null, JsonElement? Theirs = null, JsonElement? Mine = null);
