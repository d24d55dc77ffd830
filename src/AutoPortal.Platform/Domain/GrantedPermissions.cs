using System.Collections.Frozen;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Platform.Domain;

/// <summary>Turns a role's grants into the permissions that modules declared; what nobody declares is never granted.</summary>
internal static class GrantedPermissions
{
    public static FrozenSet<string> Of(IEnumerable<string> grants, IEnumerable<Permission> declared)
    {
        var patterns = grants.ToList();
        return declared.Select(p => p.Code).Where(code => patterns.Exists(pattern => Matches(code, pattern))).ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool Matches(string code, string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? code == pattern
            : code.Length >= pattern.Length - 1
                && code.StartsWith(pattern[..star], StringComparison.Ordinal)
                && code.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }
}
