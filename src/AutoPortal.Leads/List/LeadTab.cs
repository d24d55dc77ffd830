using AutoPortal.Kernel.Scopes;

namespace AutoPortal.Leads.List;

/// <summary>The saved views of the list, as the address names them.</summary>
internal static class LeadTab
{
    /// <summary>Due today or late, and whoever waits for a first contact.</summary>
    public const string Today = "today";

    /// <summary>Nobody has reached the person yet.</summary>
    public const string New = "new";

    public const string All = "all";

    /// <summary>Cleaned, and no dealer found.</summary>
    public const string Hq = "hq";

    /// <summary>Applications for loss that wait for the manager.</summary>
    public const string Lost = "lost";

    /// <summary>The views of a reader, the most pressing first.</summary>
    public static IReadOnlyList<string> Of(CurrentScope reader)
        => reader.SeesAllDealers && reader.May(LeadsPermissions.Dispatch) ? [Hq, New, Today, All]
            : reader.May(LeadsPermissions.DecideLost) ? [Today, New, Lost, All]
            : [Today, New, All];
}
