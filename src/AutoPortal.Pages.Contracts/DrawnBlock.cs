namespace AutoPortal.Pages.Contracts;

/// <summary>A block as it was read, together with what draws it and what stands inside it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Block">Its settings, in the present version.</param>
/// <param name="Inner">The blocks inside, in order.</param>
public sealed record DrawnBlock(BlockKind Kind, Block Block, IReadOnlyList<DrawnBlock> Inner)
{
    /// <summary>A block with nothing inside.</summary>
    public DrawnBlock(BlockKind kind, Block block)
        : this(kind, block, [])
    {
    }
}
