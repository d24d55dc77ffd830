using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>What came of an act on a draft.</summary>
/// <param name="Draft">The draft as it stands now, also where the act was refused; null where there is no such page for this person.</param>
/// <param name="Refusal">Why not, or null.</param>
/// <param name="Conflicts">Where somebody else had changed the same things.</param>
internal sealed record EditedDraft(Draft? Draft, Refusal? Refusal, IReadOnlyList<EditConflict> Conflicts)
{
    public static EditedDraft Done(Draft draft) => new(draft, null, []);

    public static EditedDraft Refused(Refusal refusal, Draft? draft = null, IReadOnlyList<EditConflict>? conflicts = null) => new(draft, refusal, conflicts ?? []);
}
