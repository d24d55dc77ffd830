namespace AutoPortal.Activities;

/// <summary>Words to open screens.</summary>
internal static class ActivityTopics
{
    /// <summary>Somebody signed up, or an activity moved; no payload.</summary>
    public const string SignUps = "activities.sign_ups";
}
