using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui.Shell;

namespace AutoPortal.Web.Shell;

/// <summary>The person in front of the shell, out of the scope that was entered at the edge.</summary>
internal sealed class ShellUser(CurrentScope scope) : IShellUser
{
    public string Name => scope.IsEntered ? scope.Facts.UserName : "";

    public string? Role => scope.IsEntered && scope.Facts.Label.Length > 0 ? scope.Facts.Label : null;

    public string Key => scope.IsEntered ? $"{scope.UserId:N}:{scope.Facts.MembershipId:N}" : "anonymous";

    public bool May(string permission) => scope.May(permission);
}
