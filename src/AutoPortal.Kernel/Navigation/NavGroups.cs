namespace AutoPortal.Kernel.Navigation;

/// <summary>The groups of the left navigation, in the order they are shown: daily work first, then the five angles, then the house itself.</summary>
public static class NavGroups
{
    /// <summary>What a person opens first in the morning.</summary>
    public const string Work = "work";

    /// <summary>Insight into needs: dashboards, segments.</summary>
    public const string Insight = "insight";

    /// <summary>Identifying people: customers, One-ID, tags.</summary>
    public const string Identify = "identify";

    /// <summary>Analysing: leads, levels, attribution.</summary>
    public const string Analyse = "analyse";

    /// <summary>Connecting and reaching: activities, automation, channels.</summary>
    public const string Reach = "reach";

    /// <summary>Building the maker's and the store's own traffic: pages, mall, showroom.</summary>
    public const string Build = "build";

    /// <summary>The house: organisation, accounts, audit, settings.</summary>
    public const string House = "house";

    /// <summary>All groups, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Work, Insight, Identify, Analyse, Reach, Build, House];
}
