namespace AutoPortal.Activities.Domain;

/// <summary>What is known of somebody the day before; the more, the surer the person comes.</summary>
internal enum ArrivalClass
{
    /// <summary>Has a place and was reminded.</summary>
    Reminded,
    Confirmed,

    /// <summary>Has a place that somebody of the house has to confirm.</summary>
    Unconfirmed,

    /// <summary>Waited and was offered a place.</summary>
    Offered,
    Waiting,
}

/// <summary>How many of a class came in the past.</summary>
/// <param name="People">Of sessions that are over.</param>
/// <param name="Came">Of them.</param>
internal sealed record ShowUps(int People, int Came);

/// <summary>Share of a class that comes.</summary>
/// <param name="IsOwn">From the tenant's own past; else the house's assumption.</param>
internal sealed record ShowUpRate(double Rate, bool IsOwn, int People);

/// <summary>Expected arrivals: the sum of the show-up rate of each person's class (domain language §6.3).</summary>
internal static class ArrivalForecast
{
    /// <summary>Fewer people than that are an accident, not a rate.</summary>
    public const int Enough = 30;

    // Assumptions of the house, for want of a public source; the board marks them as such until there are own figures.
    private static readonly Dictionary<ArrivalClass, double> Assumed = new()
    {
        [ArrivalClass.Reminded] = 0.70, [ArrivalClass.Confirmed] = 0.60, [ArrivalClass.Unconfirmed] = 0.40, [ArrivalClass.Offered] = 0.30, [ArrivalClass.Waiting] = 0.05,
    };

    public static IReadOnlyDictionary<ArrivalClass, ShowUpRate> Rates(IReadOnlyDictionary<ArrivalClass, ShowUps> past)
        => Enum.GetValues<ArrivalClass>().ToDictionary(c => c, c => past.GetValueOrDefault(c) is { People: >= Enough } known
            ? new ShowUpRate((double)known.Came / known.People, true, known.People)
            : new ShowUpRate(Assumed[c], false, past.GetValueOrDefault(c)?.People ?? 0));

    /// <returns>Whole people, rounded to the nearest.</returns>
    public static int Expect(IReadOnlyDictionary<ArrivalClass, int> people, IReadOnlyDictionary<ArrivalClass, ShowUpRate> rates)
        => (int)Math.Round(people.Sum(p => p.Value * rates[p.Key].Rate), MidpointRounding.AwayFromZero);
}
