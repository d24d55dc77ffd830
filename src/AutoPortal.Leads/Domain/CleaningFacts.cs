namespace AutoPortal.Leads.Domain;

/// <summary>What cleaning must know beside the enquiry itself; looked up before, so that the rules stay pure.</summary>
/// <param name="Blocked">The contact's entry on the blocklist, or null.</param>
/// <param name="IsReusedContact">Many people gave this number.</param>
/// <param name="SeriesByName">Series codes of the brand by code and by name; empty where the brand keeps no catalogue here.</param>
internal sealed record CleaningFacts(BlockReason? Blocked, bool IsReusedContact, IReadOnlyDictionary<string, string> SeriesByName)
{
    public static readonly CleaningFacts None = new(null, false, new Dictionary<string, string>());

    /// <summary>Dealers of the brand by code and by name.</summary>
    public IReadOnlyDictionary<string, Guid> DealersByName { get; init; } = new Dictionary<string, Guid>();

    /// <summary>What the tenant set.</summary>
    public CleaningRules Rules { get; init; } = CleaningRules.Default;

    /// <summary>What the tenant's clerks said that unknown words mean.</summary>
    public CleaningAliases Aliases { get; init; } = CleaningAliases.None;
}
