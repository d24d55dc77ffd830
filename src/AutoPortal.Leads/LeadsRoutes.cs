namespace AutoPortal.Leads;

/// <summary>Addresses of this module's screens.</summary>
public static class LeadsRoutes
{
    /// <summary>The list of leads.</summary>
    public const string List = "/app/leads";

    /// <summary>The list with one lead open beside it.</summary>
    public const string CardTemplate = "/app/leads/{LeadId:guid}";

    /// <summary>An advisor's day.</summary>
    public const string Workbench = "/app/workbench";

    /// <summary>A lead's card.</summary>
    public static string Card(Guid leadId) => $"{List}/{leadId}";
}
