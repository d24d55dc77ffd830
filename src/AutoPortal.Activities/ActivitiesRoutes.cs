namespace AutoPortal.Activities;

/// <summary>Where the module's staff screens stand.</summary>
public static class ActivitiesRoutes
{
    /// <summary>All activities; <c>?activity={id}</c> opens one.</summary>
    public const string List = "/app/activities";
}
