using System.Collections.Frozen;

namespace AutoPortal.Kernel.Scopes;

/// <summary>Who works, for which tenant, and how far they see. Fixed for the life of a request, circuit or job.</summary>
/// <param name="TenantId">The tenant; never empty.</param>
/// <param name="TenantIdentifier">The tenant's path segment.</param>
/// <param name="Reach">How far.</param>
public sealed record ScopeFacts(Guid TenantId, string TenantIdentifier, Reach Reach)
{
    /// <summary>The account, or null for consumers and work of the house.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The name to show and to write into the audit.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The membership by which the person came in.</summary>
    public Guid? MembershipId { get; init; }

    /// <summary>The dealers that are seen, when <see cref="Reach"/> is region, dealer or own.</summary>
    public IReadOnlyList<Guid> DealerIds { get; init; } = [];

    /// <summary>Permission codes that were granted.</summary>
    public FrozenSet<string> Permissions { get; init; } = [];

    /// <summary>The role: its template's code, or the tenant's own name for it.</summary>
    public string Role { get; init; } = "";

    /// <summary>What the scope switcher shows, such as the dealer's name.</summary>
    public string Label { get; init; } = "";

    /// <summary>Network address of the request, or the name of the job; for the audit.</summary>
    public string Origin { get; init; } = "";
}
