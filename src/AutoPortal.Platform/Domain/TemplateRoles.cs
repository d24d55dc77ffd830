using AutoPortal.Kernel;

namespace AutoPortal.Platform.Domain;

/// <summary>Copies every persona's template into a tenant.</summary>
internal static class TemplateRoles
{
    public static IReadOnlyDictionary<string, Role> Make(TimeProvider clock)
        => RoleGrants.ByTemplate.ToDictionary(t => t.Key, t => new Role(Ids.New(clock), t.Key, [.. t.Value]), StringComparer.Ordinal);
}
