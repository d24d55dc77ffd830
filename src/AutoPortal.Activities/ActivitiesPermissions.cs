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

    /// <summary>Check people in at the door, one's own dealer's alone where the reach is a dealer's, and take walk-ins.</summary>
    public const string CheckIn = "activities.check_in";
}
