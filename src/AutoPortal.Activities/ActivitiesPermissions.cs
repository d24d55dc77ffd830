namespace AutoPortal.Activities;

/// <summary>What a role may be allowed here.</summary>
public static class ActivitiesPermissions
{
    /// <summary>See activities, their figures and masked sign-ups.</summary>
    public const string Read = "activities.read";

    /// <summary>Pause, resume and end activities.</summary>
    public const string Manage = "activities.manage";
}
