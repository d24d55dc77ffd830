namespace AutoPortal.Platform;

/// <summary>Words over the live bus by which nodes forget what they remember.</summary>
internal static class PlatformTopics
{
    /// <summary>A tenant was made or changed.</summary>
    public const string Tenants = "platform.tenants";

    /// <summary>The tree, a dealer or the series catalogue changed.</summary>
    public const string Organisation = "platform.organisation";

    /// <summary>A membership, a role or a session changed.</summary>
    public const string Access = "platform.access";

    /// <summary>One person's bell.</summary>
    public static string User(Guid accountId) => $"user:{accountId}";
}
