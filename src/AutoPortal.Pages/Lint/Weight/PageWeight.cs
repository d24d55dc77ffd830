namespace AutoPortal.Pages.Lint.Weight;

/// <summary>What a phone loads of a page, the heaviest first.</summary>
internal sealed record PageWeight(IReadOnlyList<WeighedPart> Parts)
{
    public long Bytes => Parts.Sum(p => p.Bytes);
}

/// <summary>One file of it.</summary>
/// <param name="Name">As its author knows it; empty for the page's own HTML.</param>
/// <param name="BlockId">Where it stands, or null.</param>
/// <param name="Bytes">As they are sent.</param>
internal sealed record WeighedPart(string Name, string? BlockId, long Bytes);
