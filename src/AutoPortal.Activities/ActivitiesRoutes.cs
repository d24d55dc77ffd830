namespace AutoPortal.Activities;

/// <summary>Where the module's staff screens stand.</summary>
public static class ActivitiesRoutes
{
    /// <summary>All activities; <c>?activity={id}</c> opens one.</summary>
    public const string List = "/app/activities";

    /// <summary>Makes one; <c>?kind=</c> chooses its kind.</summary>
    public const string New = "/app/activities/new";

    /// <summary>Changes one.</summary>
    public const string Edit = "/app/activities/{ActivityId:guid}";

    /// <summary>Address of the screen that changes an activity.</summary>
    public static string EditOf(Guid activityId) => $"{List}/{activityId}";
}
