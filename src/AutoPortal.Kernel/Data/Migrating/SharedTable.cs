namespace AutoPortal.Kernel.Data.Migrating;

/// <summary>A table without tenant data, in schema <c>platform_shared</c>: listed by name, with the reason and what the application role may do.</summary>
/// <param name="Name">Without schema.</param>
/// <param name="Reason">Why it has no tenant.</param>
/// <param name="Grants">SQL privileges of the application role, such as <c>select, insert</c>.</param>
public sealed record SharedTable(string Name, string Reason, string Grants);
