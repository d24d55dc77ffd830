using System.Globalization;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.Surveys;

/// <summary>Which answers are looked at; it comes from the address, so what is unknown matches nothing.</summary>
/// <param name="DealerId">Of those who named it.</param>
/// <param name="NamesNone">Of those who named no dealer.</param>
/// <param name="Since">From this moment on.</param>
/// <param name="IsNothing">Something unknown was asked for.</param>
internal sealed record AnswerFilter(Guid? DealerId, bool NamesNone, DateTimeOffset? Since, bool IsNothing)
{
    public const string Dealer = "dealer";
    public const string Time = "time";
    public const string NoDealer = "none";

    /// <summary>The predicate on the sign-up <c>s</c>: within reach, of one activity, not cancelled, and as this asks.</summary>
    public const string Sql =
        """
        {reach:s,dealer_id,none} and s.activity_id = @ActivityId and s.state <> 'cancelled' and not @IsNothing
        and (@DealerId::uuid is null or s.dealer_id = @DealerId) and (not @NamesNone or s.dealer_id is null) and (@Since::timestamptz is null or s.at >= @Since)
        """;

    /// <summary>Days that can be asked for, today among them.</summary>
    public static IReadOnlyList<int> Days { get; } = [1, 7, 30];

    public static AnswerFilter Of(IReadOnlyDictionary<string, string> filters, DateTimeOffset now)
    {
        var dealer = filters.GetValueOrDefault(Dealer);
        var time = filters.GetValueOrDefault(Time);
        var days = int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && Days.Contains(known) ? known : (int?)null;
        var id = Guid.TryParse(dealer, out var found) ? found : (Guid?)null;
        return new(
            id,
            dealer == NoDealer,
            days is { } back ? ShanghaiTime.StartOf(ShanghaiTime.DateOf(now).AddDays(1 - back)) : null,
            (dealer is not null and not NoDealer && id is null) || (time is not null && days is null));
    }
}

/// <summary>Parameters of the queries for answers.</summary>
internal sealed record AnswerArgs(Guid ActivityId, Guid? DealerId, bool NamesNone, DateTimeOffset? Since, bool IsNothing)
{
    public AnswerArgs(Guid activityId, AnswerFilter filter)
        : this(activityId, filter.DealerId, filter.NamesNone, filter.Since, filter.IsNothing)
    {
    }

    public string[] Choosing { get; init; } = [];

    public string Question { get; init; } = "";

    public Guid? After { get; init; }

    public int Most { get; init; }
}
