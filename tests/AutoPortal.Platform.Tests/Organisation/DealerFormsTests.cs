using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;
using AutoPortal.Platform.Tests.Rules;
using Bunit;

namespace AutoPortal.Platform.Tests.Organisation;

public sealed class DealerFormsTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_refused_new_dealer_says_how_to_mend_it_and_keeps_every_word()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await using var screens = new PlatformScreens(admin, platform.Now);
        var founded = Guid.Empty;
        var drawer = screens.Render<FoundDealerDrawer>(d => d.Add(p => p.Open, true).Add(p => p.OnFounded, id => founded = id));
        drawer.WaitForAssertion(() => drawer.FindAll("select[name=node] option").Count.ShouldBeGreaterThan(1));
        await FillAsync(drawer, ("code", "D1"), ("name", "新开的店"), ("province", "上海"), ("city", "上海"), ("hotline", "021-50501234"));
        await drawer.Find("select[name=node]").ChangeAsync(town.NorthCity.Id.ToString());

        await drawer.Find("form").SubmitAsync();
        drawer.WaitForAssertion(() => drawer.Find("[role=alert]").TextContent.ShouldContain("代码已被使用"));
        drawer.Find("input[name=name]").GetAttribute("value").ShouldBe("新开的店");

        await FillAsync(drawer, ("code", "D9"));
        await drawer.Find("form").SubmitAsync();
        drawer.WaitForAssertion(() => founded.ShouldNotBe(Guid.Empty));
        (await admin.Get<IOrganisation>().TreeAsync(default)).Dealers.Single(d => d.Id == founded).SubRegionId.ShouldBe(town.NorthCity.Id);
    }

    [Fact]
    public async Task Somebody_elses_save_is_shown_field_by_field_and_the_second_try_knows_it()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await using var screens = new PlatformScreens(admin, platform.Now);
        var details = (await admin.Get<DealerQueries>().FindAsync(town.First.Id, default))!;
        var isDone = false;
        var form = screens.Render<DealerEditForm>(f => f.AddCascadingValue(details).Add(p => p.OnDone, () => isDone = true));
        await FillAsync(form, ("name", "我写的名字"));
        var trade = details.Trade with { LeadCapacity = 77 };
        (await admin.Get<EditDealer>().RunAsync(town.First.Id, details.Version, DealerTests.Description with { Name = "别人的名字" }, trade, default)).IsOk.ShouldBeTrue();

        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => form.FindAll("table.history tbody tr").Count.ShouldBeGreaterThan(1));
        form.Markup.ShouldContain("别人的名字");
        form.Find("input[name=name]").GetAttribute("value").ShouldBe("我写的名字");
        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => isDone.ShouldBeTrue());
        (await admin.Get<DealerQueries>().FindAsync(town.First.Id, default))!.Description.Name.ShouldBe("我写的名字");
    }

    [Fact]
    public async Task The_drawer_suspends_with_a_reason_and_offers_the_way_back()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await using var screens = new PlatformScreens(admin, platform.Now);
        var drawer = screens.Render<DealerDrawer>(d => d.Add(p => p.DealerId, town.First.Id));
        drawer.WaitForElement("dl.facts");
        await drawer.FindAll("button").Single(b => b.TextContent.Trim() == "暂停营业").ClickAsync(new());

        await drawer.Find("form").SubmitAsync();
        drawer.WaitForAssertion(() => drawer.Find("[role=alert]").TextContent.ShouldContain("请写明原因"));
        await FillAsync(drawer, ("reason", "展厅翻修"));
        await drawer.Find("form").SubmitAsync();

        drawer.WaitForAssertion(() => drawer.Markup.ShouldContain("恢复时间未定"));
        drawer.Markup.ShouldContain("恢复营业");
        screens.Said.Single().ShouldContain("已暂停营业");
    }

    [Fact]
    public async Task A_move_shows_what_it_changes_and_its_plan_can_be_called_off()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.South.Id);
        await using var screens = new PlatformScreens(admin, platform.Now);
        var drawer = screens.Render<DealerDrawer>(d => d.Add(p => p.DealerId, town.First.Id));
        drawer.WaitForElement("dl.facts");
        await drawer.FindAll("button").Single(b => b.TextContent.Trim() == "调整归属").ClickAsync(new());
        await drawer.WaitForElement("select[name=node]").ChangeAsync(town.South.Id.ToString());

        drawer.WaitForAssertion(() => drawer.Find(".change").TextContent.ShouldContain("测试员（区域经理）"));
        await drawer.Find("form").SubmitAsync();
        drawer.WaitForAssertion(() => drawer.FindAll(".places li.ahead").Count.ShouldBe(1));
        await drawer.Find(".places li.ahead button").ClickAsync(new());
        drawer.WaitForAssertion(() => drawer.FindAll(".places li").Count.ShouldBe(1));
    }

    [Fact]
    public async Task A_planned_opening_can_be_put_off_or_come_today()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var planned = (await admin.Get<FoundDealer>().RunAsync(new(town.South.Id, "P1", DealerTests.Description, new(OpeningDays.All, new(9, 0), new(18, 0), [], [], 0), town.Today.AddDays(5)), default)).Value;
        await using var screens = new PlatformScreens(admin, platform.Now);
        var drawer = screens.Render<DealerDrawer>(d => d.Add(p => p.DealerId, planned));
        drawer.WaitForElement("dl.facts");
        await drawer.FindAll("button").Single(b => b.TextContent.Trim() == "调整开业日期").ClickAsync(new());
        await FillAsync(drawer, ("opening_on", DealerWords.Day(town.Today.AddDays(9))));

        await drawer.Find("form").SubmitAsync();

        drawer.WaitForAssertion(() => drawer.Find(".notice").TextContent.ShouldContain(DealerWords.Day(town.Today.AddDays(9))));
        (await admin.Get<OpenDealer>().RunAsync(planned, default)).IsOk.ShouldBeTrue();
        (await admin.Get<DealerQueries>().FindAsync(planned, default))!.State.ShouldBe("open");
    }

    [Theory, InlineData("调整归属", "move"), InlineData("暂停营业", "suspend"), InlineData("退网", "leave")]
    public async Task What_was_typed_about_a_dealers_life_outlives_a_lost_window_and_is_forgotten_once_nobody_wants_it(string act, string form)
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await using var screens = new PlatformScreens(admin, platform.Now);
        screens.JSInterop.Setup<int>("autoportal.restore", _ => true).SetResult(1);
        var drawer = screens.Render<DealerDrawer>(d => d.Add(p => p.DealerId, town.First.Id));
        drawer.WaitForElement("dl.facts");

        await drawer.FindAll("button").Single(b => b.TextContent.Trim() == act).ClickAsync(new());

        drawer.WaitForElement($"[data-draft^='platform.dealer.{form}.{town.First.Id}|'] form");
        drawer.WaitForAssertion(() => drawer.Find("[data-draft] [role=status]").TextContent.ShouldContain("已恢复"));
        await drawer.FindAll("button").Single(b => b.TextContent.Trim() == "取消").ClickAsync(new());
        screens.JSInterop.VerifyInvoke("autoportal.forget");
        drawer.WaitForElement("dl.facts");
    }

    [Fact]
    public async Task A_kept_place_of_a_new_dealer_is_put_back_once_the_places_are_there()
    {
        var (_, admin) = await AdminAsync();
        await using var _1 = admin;
        await using var screens = new PlatformScreens(admin, platform.Now);
        var drawer = screens.Render<FoundDealerDrawer>();
        var places = 0;
        screens.JSInterop.Setup<int>("autoportal.restore", _ => (places = drawer.FindAll("select[name=node] option").Count) > -1).SetResult(1);

        drawer.Render(d => d.Add(p => p.Open, true));

        drawer.WaitForAssertion(() => drawer.Find("[data-draft] [role=status]").TextContent.ShouldContain("已恢复"));
        places.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_reader_without_the_permission_gets_no_buttons()
    {
        var town = await platform.BuildAsync();
        await using var manager = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id));
        await using var screens = new PlatformScreens(manager, platform.Now);

        var drawer = screens.Render<DealerDrawer>(d => d.Add(p => p.DealerId, town.First.Id));

        drawer.WaitForElement("dl.facts");
        drawer.FindAll(".body button").ShouldBeEmpty();
        screens.Render<DealerDrawer>(d => d.Add(p => p.DealerId, town.Far.Id)).WaitForAssertion(() => screens.Said.ShouldBeEmpty());
    }

    [Fact]
    public async Task The_tree_counts_dealers_opens_level_by_level_and_marks_the_chosen_node()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await using var screens = new PlatformScreens(admin, platform.Now);
        var tree = await admin.Get<IOrganisation>().TreeAsync(default);
        Guid? chosen = null;
        var view = screens.Render<OrganisationTreeView>(v => v.Add(p => p.Tree, tree).Add(p => p.Dealers, tree.Dealers).Add(p => p.OnChoose, id => chosen = id));
        view.FindAll("[role=treeitem]").Select(i => i.GetAttribute("aria-level")).ShouldBe(["1", "1", "2", "2"]);

        await view.Find($"[data-value='{town.North.Id}'] [data-toggle]").ClickAsync(new());
        await view.Find($"[data-value='{town.NorthCity.Id}']").ClickAsync(new());

        view.Find($"[data-value='{town.North.Id}']").GetAttribute("aria-expanded").ShouldBe("true");
        view.Find($"[data-value='{town.North.Id}'] .count").TextContent.ShouldBe("2");
        chosen.ShouldBe(town.NorthCity.Id);
        view.FindAll("[tabindex='0']").Count.ShouldBe(1);
    }

    private static async Task FillAsync<T>(IRenderedComponent<T> screen, params (string Name, string Value)[] fields) where T : Microsoft.AspNetCore.Components.IComponent
    {
        foreach (var (name, value) in fields)
        {
            await screen.Find($"input[name={name}]").ChangeAsync(value);
        }
    }

    private async Task<(Town Town, Visitor Admin)> AdminAsync()
    {
        var town = await platform.BuildAsync();
        return (town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }
}
