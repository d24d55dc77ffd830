using AutoPortal.Kernel.Navigation;
using AutoPortal.Ui.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Ui.Tests.Shell;

public sealed class ShellNavTests() : UiContext(
    new NavEntry(NavGroups.House, "shell.help", "/app/audit", "audit", "platform.audit", 2, typeof(UiTexts)),
    new NavEntry(NavGroups.House, "shell.theme", "/app/org", "org", "platform.org", 1, typeof(UiTexts)),
    new NavEntry(NavGroups.Work, "close", "/app/leads", "leads", "leads.read", 1, typeof(UiTexts)),
    new NavEntry(NavGroups.Work, "cancel", "/app/leads/pool", "users", null, 2, typeof(UiTexts)))
{
    [Fact]
    public void A_person_sees_only_what_they_may_open()
    {
        User.Permissions.Add("platform.org");

        Lines().ShouldBe(["/app/leads/pool", "/app/org"]);
    }

    [Fact]
    public void Groups_and_lines_stand_in_their_order()
    {
        User.Permissions.UnionWith(["platform.org", "platform.audit", "leads.read"]);

        Lines().ShouldBe(["/app/leads", "/app/leads/pool", "/app/org", "/app/audit"]);
    }

    [Fact]
    public void Lines_speak_the_module_s_own_words()
        => Services.GetRequiredService<ShellNav>().Groups().Single().Lines.Single().Title.ShouldBe("取消");

    [Fact]
    public void A_group_without_an_open_line_is_not_headed()
    {
        var nav = Render<SideNav>(side => side.Add(s => s.Path, "/app"));

        nav.FindAll("h2").Select(heading => heading.TextContent).ShouldBe(["工作"]);
    }

    [Fact]
    public void The_longest_match_is_marked_as_the_open_screen()
    {
        User.Permissions.Add("leads.read");

        var nav = Render<SideNav>(side => side.Add(s => s.Path, "/app/leads/pool/7"));

        nav.FindAll("[aria-current=page]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/app/leads/pool");
    }

    private List<string> Lines()
        => [.. Services.GetRequiredService<ShellNav>().Groups().SelectMany(group => group.Lines).Select(line => line.Href)];
}
