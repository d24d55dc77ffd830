namespace AutoPortal.Leads;

/// <summary>Where the screens of leads stand.</summary>
public static class LeadsRoutes
{
    /// <summary>The list.</summary>
    public const string List = "/app/leads";

    /// <summary>The list with one lead open beside it.</summary>
    public const string Card = "/app/leads/{LeadId:guid}";

    /// <summary>What waits for a cleaning clerk.</summary>
    public const string Cleaning = "/app/leads/cleaning";

    /// <summary>Cleaning rules, words, the blocklist, and running the rules again.</summary>
    public const string Rules = "/app/leads/rules";

    /// <summary>Where files are brought in.</summary>
    internal const string Imports = "/app/imports";

    /// <summary>One advisor's day.</summary>
    public const string Workbench = "/app/workbench";

    /// <summary>One lead, such as a notice leads to.</summary>
    public static string CardOf(Guid leadId) => $"{List}/{leadId}";
}
