namespace AutoPortal.Activities.Kinds.GroupPurchase;

/// <summary>What a group purchase day promises: the more sign, the lower the price.</summary>
public sealed class GroupPurchaseSettings : KindSettings
{
    /// <summary>One tier a line, head-count and price drop in whole yuan: <c>10=2000</c>; more people, larger drop.</summary>
    public string Tiers { get; set; } = "10=2000\n20=4000\n30=6000";

    /// <summary>Earnest money asked for on the day, whole yuan; 0 for none.</summary>
    public int EarnestYuan { get; set; } = 1_000;

    /// <summary>Who leads through the day.</summary>
    public string Host { get; set; } = "";
}

/// <summary>From so many people on, so much less.</summary>
internal readonly record struct PriceTier(int People, int DropYuan)
{
    /// <summary>The tiers as written; null where a line cannot be read.</summary>
    public static IReadOnlyList<PriceTier>? Read(string lines)
    {
        var tiers = new List<PriceTier>();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', StringSplitOptions.TrimEntries) is not [var people, var drop] || !int.TryParse(people, out var count) || !int.TryParse(drop, out var yuan))
            {
                return null;
            }

            tiers.Add(new(count, yuan));
        }

        return tiers;
    }
}
