using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Masters;

/// <summary>What a dealer may do on a copy of a master page: open settings, own blocks in slots, leaving out what is optional. Everything else is HQ's.</summary>
internal static class CopyRules
{
    /// <summary>Why the operation may not be done on this copy, or null.</summary>
    public static Refusal? Forbidden(PageDocument copy, PageEdit edit) => edit switch
    {
        SetFields set => copy.Root.Find(set.Id) is { } block && !set.Fields.Keys.All(field => MaySet(block, field)) ? PageRefusals.IsHqs : null,
        PutBlocks put => put.Blocks.All(b => MayReceive(copy, b.ParentId) && !b.Block.WithDescendants().Any(MasterMarks.IsHqs)) || put.Blocks.All(b => IsBack(copy, b)) ? null : PageRefusals.IsHqs,
        TakeBlocks take => take.Blocks.All(b => copy.Root.Find(b.Id) is not { } block || !block.IsHqs() || block.IsOptional()) ? null : PageRefusals.IsHqs,
        PlaceBlocks place => place.Blocks.All(b => copy.Root.Find(b.Id) is { } block && !block.IsHqs() && MayReceive(copy, b.ParentId)) ? null : PageRefusals.IsHqs,
        _ => PageRefusals.IsHqs,
    };

    private static bool MaySet(PageNode block, string field) => field is not ['@', ..] && (!block.IsHqs() || block.IsOpen(field));

    private static bool MayReceive(PageDocument copy, string parentId) => copy.Root.Find(parentId) is { } parent && (!parent.IsHqs() || parent.IsSlot());

    // An optional block of HQ's comes back where undo puts it.
    private static bool IsBack(PageDocument copy, PutBlock put) => put.Block.IsHqs() && put.Block.IsOptional() && copy.Root.Find(put.ParentId) is { } parent && parent.IsHqs();
}
