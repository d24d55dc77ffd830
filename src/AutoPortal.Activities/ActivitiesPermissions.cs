namespace AutoPortal.Activities;

/// <summary>What a role may be allowed here.</summary>
public static class ActivitiesPermissions
{
    /// <summary>See activities, their figures and masked sign-ups.</summary>
    public const string Read = "activities.read";

    /// <summary>Make, change, pause, resume and end activities, and act on sign-ups.</summary>
    public const string Manage = "activities.manage";

    /// <summary>Let somebody else's activity go before the public.</summary>
    public const string Approve = "activities.approve";
}
