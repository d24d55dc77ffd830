namespace AutoPortal.Platform.Accounts;

/// <summary>
/// Failed tries for one typed name, known or not: a lockout that only existing accounts met would tell which ones exist.
/// </summary>
internal sealed class SignInTry
{
    /// <summary>SHA-256 of the normalised name, lower-case hex.</summary>
    public string NameHash { get; private set; } = "";

    public int Tries { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset LastAt { get; private set; }
}
