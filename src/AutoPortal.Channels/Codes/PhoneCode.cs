using AutoPortal.Kernel.Data;

namespace AutoPortal.Channels.Codes;

/// <summary>The one live code of a phone and purpose; only its HMAC is known here.</summary>
[NotAudited]
internal sealed class PhoneCode : TenantEntity
{
    public string PhoneHash { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public string CodeHash { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public int WrongGuesses { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }
}

/// <summary>How often something was asked for within one window of the clock.</summary>
[NotAudited]
internal sealed class CodeCounter : TenantEntity
{
    public string Subject { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public int Count { get; private set; }
}
