namespace AutoPortal.Kernel.Postgres;

/// <summary>The three logins by which the portal reaches its database.</summary>
/// <param name="Portal">The application role: owns nothing, cannot bypass row-level security.</param>
/// <param name="PortalOwner">Owns the database and its tables: migrations, policies, backup and restore.</param>
/// <param name="PortalListen">The application role on a direct, unpooled connection: LISTEN cannot pass PgBouncer's transaction mode.</param>
public sealed record PortalConnections(string Portal, string PortalOwner, string PortalListen);
