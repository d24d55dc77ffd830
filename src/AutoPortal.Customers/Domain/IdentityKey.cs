using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>A key that points to a One-ID (domain language §11.1). Only its hash is kept.</summary>
[NotAudited]
internal sealed class IdentityKey : TenantEntity
{
    public string Type { get; private set; } = "";

    public string ValueHash { get; private set; } = "";

    /// <summary>Inside what the value is unique: <c>tenant</c>, or an app or company.</summary>
    public string Scope { get; private set; } = "tenant";

    public Guid CustomerId { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }
}

/// <summary>Stored words of key types; strongest first.</summary>
internal static class IdentityKeyTypes
{
    public const string PhoneVerified = "phone_verified";
    public const string PhoneUnverified = "phone_unverified";
}
