using System.Security.Claims;

namespace AutoPortal.Platform.Scopes;

/// <summary>What the sign-in cookie says: who, in which session, by which membership. Rights are looked up, never carried.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="SessionId">The sign-in, which may be revoked.</param>
/// <param name="Stamp">The account's security stamp at sign-in.</param>
/// <param name="TenantId">The tenant worked for; null until one was chosen.</param>
/// <param name="MembershipId">The membership worked by; null until one was chosen.</param>
/// <param name="NodeId">A region, sub-region or dealer inside the membership's reach to look at alone, or null.</param>
internal sealed record StaffTicket(Guid AccountId, Guid SessionId, string Stamp, Guid? TenantId = null, Guid? MembershipId = null, Guid? NodeId = null)
{
    public const string Scheme = "staff";
    private const string Account = "sub";
    private const string Session = "sid";
    private const string StampType = "stamp";
    private const string Tenant = "tenant";
    private const string Membership = "membership";
    private const string Node = "node";
    private const string Origin = "origin";

    public static StaffTicket? Read(ClaimsPrincipal? person)
        => person?.Identity?.IsAuthenticated is true
            && Id(person, Account) is { } account && Id(person, Session) is { } session && person.FindFirstValue(StampType) is { } stamp
                ? new StaffTicket(account, session, stamp, Id(person, Tenant), Id(person, Membership), Id(person, Node))
                : null;

    public ClaimsPrincipal ToPrincipal(string name)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, name));
        Add(Account, AccountId.ToString());
        Add(Session, SessionId.ToString());
        Add(StampType, Stamp);
        Add(Tenant, TenantId?.ToString());
        Add(Membership, MembershipId?.ToString());
        Add(Node, NodeId?.ToString());
        return new ClaimsPrincipal(identity);

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(type, value));
            }
        }
    }

    /// <summary>The network address of the request that the principal came with. A circuit has no request of its own to ask.</summary>
    public static string OriginOf(ClaimsPrincipal person) => person.FindFirstValue(Origin) ?? "";

    public static void SetOrigin(ClaimsPrincipal person, string address)
    {
        if (person.Identity is ClaimsIdentity identity)
        {
            if (identity.FindFirst(Origin) is { } old)
            {
                identity.RemoveClaim(old);
            }

            identity.AddClaim(new Claim(Origin, address));
        }
    }

    private static Guid? Id(ClaimsPrincipal person, string type) => Guid.TryParse(person.FindFirstValue(type), out var id) ? id : null;
}
