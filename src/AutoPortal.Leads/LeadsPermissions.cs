namespace AutoPortal.Leads;

/// <summary>What leads check. Source: domain language §17.</summary>
public static class LeadsPermissions
{
    /// <summary>See leads within reach, with masked phones.</summary>
    public const string Read = "leads.read";

    /// <summary>Contact people: whole numbers with a reason, follow-ups, invitations, applications for loss.</summary>
    public const string Work = "leads.work";

    /// <summary>Give leads of the dealer to its advisors, or back.</summary>
    public const string Assign = "leads.assign";

    /// <summary>HQ: give leads to dealers by hand.</summary>
    public const string Dispatch = "leads.dispatch";

    /// <summary>Approve or reject applications for loss.</summary>
    public const string DecideLost = "leads.decide_lost";

    internal static readonly string[] All = [Read, Work, Assign, Dispatch, DecideLost];
}
