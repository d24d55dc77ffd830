namespace AutoPortal.Platform.Accounts;

/// <summary>One sign-in on one device, until it is revoked.</summary>
internal sealed class SignInSession(Guid id, Guid accountId, DateTimeOffset createdAt, string address, string device)
{
    public Guid Id { get; private set; } = id;

    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The tenant worked for now: its administrators see and end the session, those of other tenants do not.</summary>
    public Guid? TenantId { get; set; }

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public DateTimeOffset LastSeenAt { get; set; } = createdAt;

    /// <summary>Network address at sign-in.</summary>
    public string Address { get; private set; } = address;

    /// <summary>The browser's own words, cut.</summary>
    public string Device { get; private set; } = device;

    public DateTimeOffset? RevokedAt { get; set; }
}
