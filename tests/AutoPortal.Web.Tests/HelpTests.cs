using System.Globalization;
using AutoPortal.Kernel.Navigation;
using AutoPortal.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Web.Tests;

/// <summary>The guide inside the portal: every screen of the menu is explained, to those who may open it.</summary>
[Collection(nameof(House))]
public sealed class HelpTests(House house)
{
    [Theory, InlineData("zh-CN"), InlineData("en")]
    public void Every_screen_of_the_menu_is_explained(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var text = house.App.Services.GetRequiredService<IStringLocalizer<HostTexts>>();

        house.App.Services.GetServices<NavEntry>().Where(e => HelpTopics.StepsOf(e.Href, text).Count < 2).Select(e => e.Href).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_advisor_reads_of_the_screens_that_an_advisor_may_open_and_of_no_others()
    {
        using var advisor = await house.SignedInAsync("advisor@chenxing.demo");

        var guide = await advisor.GetStringAsync("/app/help");

        guide.ShouldContain("id=\"workbench\"");
        guide.ShouldNotContain("id=\"audit\"");
    }
}
