using Microsoft.AspNetCore.Identity;

namespace AutoPortal.Platform.Accounts;

/// <summary>One person, whatever tenants they work for.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person's own name; each membership may show another.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Made by a demonstration seed with a public password: production refuses to start beside it.</summary>
    public bool IsDemo { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
