namespace AutoPortal.Kernel;

/// <summary>The three logins. Source: design, tenancy.</summary>
/// <param name="Portal">Application role: owns nothing, cannot bypass row-level security.</param>
/// <param name="PortalOwner">Owner of the schemas: migrates. Null on nodes that never do.</param>
/// <param name="PortalListen">Direct connection for LISTEN, which cannot pass a transaction-mode pooler.</param>
public sealed record PortalConnectionStrings(string Portal, string? PortalOwner, string PortalListen);
