using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Session;

/// <summary>An operation that was refused because somebody else had changed the same things.</summary>
public sealed class OpenConflict(PageEdit wanted, IReadOnlyList<EditConflict> places, PageDocument present)
{
    public IReadOnlyList<EditConflict> Places => places;

    /// <summary>The page as it is now.</summary>
    public PageDocument Present => present;

    /// <summary>Whether the block is gone, so that nothing can be done over it.</summary>
    public bool IsGone => places.Any(p => present.Root.Find(p.BlockId) is null);

    /// <summary>The operation over what is there now.</summary>
    public PageEdit Over() => wanted switch
    {
        SetFields set => new SetFields(set.Id, set.Fields.ToDictionary(f => f.Key, f => new FieldChange(present.Root.Find(set.Id)?.Field(f.Key), f.Value.After), StringComparer.Ordinal)),
        TakeBlocks take => new TakeBlocks([.. take.Blocks.Select(b => new TakeBlock(b.Id))]),
        _ => wanted,
    };
}
