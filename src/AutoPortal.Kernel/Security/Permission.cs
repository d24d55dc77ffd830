namespace AutoPortal.Kernel.Security;

/// <summary>Something a role may be allowed. Declared by the module that checks it; unknown codes are never granted.</summary>
/// <param name="Code">snake_case after the module's name, such as <c>leads.assign</c>.</param>
/// <param name="Texts">Resource class in which <c>permission.{code}</c> stands.</param>
public sealed record Permission(string Code, Type Texts);
