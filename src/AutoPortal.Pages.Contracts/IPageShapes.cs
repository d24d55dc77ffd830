namespace AutoPortal.Pages.Contracts;

/// <summary>Which blocks the versions of pages are made of, for the running scope's tenant.</summary>
public interface IPageShapes
{
    /// <summary>A version as it was fixed, which never changes; null where there is none.</summary>
    Task<PageShape?> FindAsync(Guid pageId, int version, CancellationToken ct);

    /// <summary>What the public sees now, ordered by page.</summary>
    Task<IReadOnlyList<PageShape>> ListPublishedAsync(CancellationToken ct);
}

/// <summary>The blocks of one version of a page.</summary>
/// <param name="PageId">The page.</param>
/// <param name="Version">Its number.</param>
/// <param name="Blocks">From top to bottom, a container before what stands in it.</param>
public sealed record PageShape(Guid PageId, int Version, IReadOnlyList<BlockShape> Blocks);

/// <summary>A block without its settings.</summary>
/// <param name="Id">Its anchor in the page.</param>
/// <param name="Kind">Stored word of its kind.</param>
public sealed record BlockShape(string Id, string Kind);
