namespace AutoPortal.Pages.Masters.Copies;

/// <summary>What a person has chosen so far in the form that orders copies.</summary>
internal sealed class CopyChoosing(IReadOnlyList<CopyCandidate> candidates)
{
    private const int MostShown = 50;
    private readonly HashSet<Guid> _regions = [];
    private readonly HashSet<Guid> _dealers = [];

    /// <summary><c>all</c>, <c>regions</c> or <c>dealers</c>.</summary>
    public string How { get; set; } = "all";

    /// <summary>Narrows the dealers to pick from, by name or code.</summary>
    public string Search { get; set; } = "";

    /// <summary>Dealers to pick from, at most fifty; those that have none first.</summary>
    public IReadOnlyList<CopyCandidate> Found
        => [.. candidates.Where(c => Search.Trim() is var words && (c.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || c.Code.Contains(words, StringComparison.OrdinalIgnoreCase))).OrderBy(c => c.HasCopy).Take(MostShown)];

    /// <summary>Whether more are found than shown.</summary>
    public bool HasMore => Found.Count == MostShown;

    /// <summary>How many of the chosen would get a copy.</summary>
    public int New => Chosen.Count(c => !c.HasCopy);

    /// <summary>How many of the chosen have one.</summary>
    public int There => Chosen.Count(c => c.HasCopy);

    public CopyChoice Choice => How switch
    {
        "all" => CopyChoice.All,
        "regions" => CopyChoice.OfRegions(_regions),
        _ => CopyChoice.OfDealers(_dealers),
    };

    private IEnumerable<CopyCandidate> Chosen => candidates.Where(c => How switch
    {
        "all" => true,
        "regions" => c.RegionId is { } region && _regions.Contains(region),
        _ => _dealers.Contains(c.Id),
    });

    public bool HasRegion(Guid id) => _regions.Contains(id);

    public bool HasDealer(Guid id) => _dealers.Contains(id);

    public void Region(Guid id, bool isChosen) => Toggle(_regions, id, isChosen);

    public void Dealer(Guid id, bool isChosen) => Toggle(_dealers, id, isChosen);

    /// <summary>Dealers of a region, and how many of them have a copy.</summary>
    public (int All, int There) Of(Guid region) => (candidates.Count(c => c.RegionId == region), candidates.Count(c => c.RegionId == region && c.HasCopy));

    private static void Toggle(HashSet<Guid> chosen, Guid id, bool isChosen) => _ = isChosen ? chosen.Add(id) : chosen.Remove(id);
}
