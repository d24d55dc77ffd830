using AutoPortal.Kernel.Security;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Tests.Scopes;

public sealed class GrantedPermissionsTests
{
    private static readonly Permission[] Declared = [new("leads.read", typeof(PlatformTexts)), new("leads.assign", typeof(PlatformTexts)), new("pages.read", typeof(PlatformTexts))];

    [Fact]
    public void A_permission_that_no_module_declares_is_never_granted()
    {
        GrantedPermissions.Of(["leads.read", "leads.destroy", "*"], Declared).ShouldNotContain("leads.destroy");
        GrantedPermissions.Of(["leads.destroy"], Declared).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("leads.*", "leads.assign,leads.read")]
    [InlineData("*.read", "leads.read,pages.read")]
    [InlineData("leads.read", "leads.read")]
    [InlineData("lead*read", "leads.read")]
    [InlineData("leads.read.*", "")]
    [InlineData("", "")]
    public void A_star_stands_for_any_letters(string grant, string expected)
        => string.Join(',', GrantedPermissions.Of([grant], Declared).Order(StringComparer.Ordinal)).ShouldBe(expected);

    [Fact]
    public void A_star_does_not_let_the_ends_overlap()
        => GrantedPermissions.Of(["leads.re*read"], [new("leads.read", typeof(PlatformTexts))]).ShouldBeEmpty();
}
