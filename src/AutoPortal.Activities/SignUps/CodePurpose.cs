namespace AutoPortal.Activities.SignUps;

internal static class CodePurpose
{
    /// <summary>A code is good for one activity only.</summary>
    public static string Of(Guid activityId) => $"activity:{activityId:N}";
}
