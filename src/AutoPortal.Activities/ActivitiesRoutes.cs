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

    /// <summary>The door: a plain page that works without a circuit and, once open, without a network.</summary>
    public const string CheckIn = "/app/activities/{activityId:guid}/check-in";

    /// <summary>One activity as it runs.</summary>
    public const string Board = "/app/activities/{ActivityId:guid}/board";

    /// <summary>What people answered, where a kind asks.</summary>
    public const string Answers = "/app/activities/{ActivityId:guid}/answers";

    /// <summary>Address of the answers.</summary>
    public static string AnswersOf(Guid activityId) => $"{List}/{activityId}/answers";

    /// <summary>Address of the list with one activity open.</summary>
    public static string Of(Guid activityId) => $"{List}?activity={activityId}";

    /// <summary>Address of the board.</summary>
    public static string BoardOf(Guid activityId) => $"{List}/{activityId}/board";

    /// <summary>Address of the door.</summary>
    public static string CheckInOf(Guid activityId) => $"{List}/{activityId}/check-in";

    /// <summary>Address of the screen that changes an activity.</summary>
    public static string EditOf(Guid activityId) => $"{List}/{activityId}";
}
