using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui.Shell;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Shell;

/// <summary>The person in front of the shell, as the scope knows them.</summary>
internal sealed class ShellUser(CurrentScope scope, IStringLocalizer<PlatformTexts> text) : IShellUser
{
    public string Name => scope.IsEntered ? scope.Facts.UserName : "";

    public string? Role => scope is { IsEntered: true, Facts.Role: { Length: > 0 } role }
        ? text["role." + role] is { ResourceNotFound: false } words ? words : role
        : null;

    public string Key => scope.IsEntered ? $"{scope.UserId:N}.{scope.Facts.MembershipId:N}" : "";

    public bool May(string permission) => scope.May(permission);
}
