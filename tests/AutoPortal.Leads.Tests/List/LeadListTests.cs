using System.Globalization;
using AutoPortal.Kernel.Paging;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.List;
using AutoPortal.Testing;
using Bunit;

namespace AutoPortal.Leads.Tests.List;

public sealed class LeadListTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task An_advisor_sees_their_own_leads_with_masked_phones_and_says_nothing_of_others()
    {
        await using var tenant = leads.Tenant();
        var mine = await tenant.ArriveOneAsync(tenant.SignUp("13800001111", "王小明"));
        await using var advisor = tenant.AsAdvisor(AdvisorOf(mine));
        await using var other = tenant.AsAdvisor(AdvisorOf(mine) == 7011 ? 7012 : 7011);
        await using var screens = new LeadScreens(advisor, leads.Time);
        await using var othersScreens = new LeadScreens(other, leads.Time);

        var list = screens.Render<LeadList>();
        list.WaitForAssertion(() => list.FindAll("tbody tr[data-row]").Count.ShouldBe(1));

        var row = list.Find("tbody tr[data-row]").TextContent;
        row.ShouldContain("王小明");
        row.ShouldContain("138****1111");
        list.Markup.ShouldNotContain("13800001111");
        var others = othersScreens.Render<LeadList>();
        others.WaitForAssertion(() => others.Markup.ShouldContain("今天的联系都完成了"));
        others.Markup.ShouldNotContain("王小明");
    }

    [Fact]
    public async Task HQ_reads_only_the_first_sign_of_a_name()
    {
        await using var tenant = leads.Tenant();
        await tenant.ArriveOneAsync(tenant.SignUp(name: "王小明"));
        await using var hq = tenant.AsHq();

        var page = await hq.Get<LeadQueries>().ListAsync(LeadTab.All, PageRequest.First(20), default);

        page.Rows.ShouldHaveSingleItem().Name.ShouldBe("王**");
    }

    [Fact]
    public async Task Whoever_may_not_read_leads_is_told_so()
    {
        await using var tenant = leads.Tenant();
        await using var screens = new LeadScreens(tenant, leads.Time);

        var list = screens.Render<LeadList>();

        list.Markup.ShouldContain("你的角色不能查看这里");
    }

    [Fact]
    public async Task What_is_late_says_so_in_words_and_not_only_in_red()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, new Later(leads.Time, TimeSpan.FromHours(2)));

        var list = screens.Render<LeadList>();

        list.WaitForAssertion(() => list.Find(".late").TextContent.ShouldContain("逾期"));
        list.Find(".late svg").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lead_that_comes_while_the_list_is_open_appears_lights_up_and_is_announced()
    {
        await using var tenant = leads.Tenant();
        var first = await tenant.ArriveOneAsync(tenant.SignUp("13800002201"));
        await using var advisor = tenant.AsAdvisor(AdvisorOf(first));
        await using var screens = new LeadScreens(advisor, leads.Time);
        screens.Navigation.NavigateTo("/app/leads?tab=new");
        var list = screens.Render<LeadList>();
        list.WaitForAssertion(() => list.FindAll("tbody tr[data-row]").Count.ShouldBe(1));
        var topic = LeadTopics.User(Make.Id(AdvisorOf(first)));
        screens.Live.Topics.ShouldBe([topic]);

        leads.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await tenant.ArriveOneAsync(tenant.SignUp("13800002201", "王五", dealer: Neighbours.Tianhe.Id));
        await list.InvokeAsync(() => screens.Live.SayAsync(topic, second.Id.ToString()));

        list.WaitForAssertion(() => list.FindAll("tbody tr[data-row]").Count.ShouldBe(2));
        list.FindAll("tbody tr[data-row]")[0].ClassName.ShouldBe("fresh");
        screens.Said.ShouldHaveSingleItem().ShouldBe("新线索：王** 已派给你，请在 30 分钟内联系");
    }

    [Fact]
    public async Task While_leads_come_without_a_pause_an_open_list_catches_up_now_and_then()
    {
        await using var tenant = leads.Tenant();
        var first = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(AdvisorOf(first));
        await using var screens = new LeadScreens(advisor, leads.Time);
        var list = screens.Render<LeadList>();
        list.WaitForAssertion(() => list.FindAll("tbody tr[data-row]").Count.ShouldBe(1));
        var (drawn, topic, words) = (list.RenderCount, LeadTopics.User(Make.Id(AdvisorOf(first))), new List<Task>());

        for (var word = 0; word < 200; word++)
        {
            words.Add(screens.Live.SayAsync(topic, ""));
            await Task.Delay(5);
        }

        await Task.WhenAll(words);
        // A list that reloaded with every word would be drawn at least twice for each.
        (list.RenderCount - drawn).ShouldBeInRange(1, words.Count);
    }

    [Fact]
    public async Task An_arrival_speaks_the_language_of_whoever_reads_it()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(name: "王五"));
        await using var advisor = tenant.AsAdvisor(AdvisorOf(lead));
        await using var screens = new LeadScreens(advisor, leads.Time, "en");
        screens.Render<LeadList>();

        // The bus calls from a thread that knows nothing of the reader.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        await screens.Live.SayAsync(LeadTopics.User(Make.Id(AdvisorOf(lead))), lead.Id.ToString());

        screens.Said.ShouldHaveSingleItem().ShouldStartWith("New lead: 王**");
    }

    [Fact]
    public async Task A_list_that_was_left_no_longer_listens()
    {
        await using var tenant = leads.Tenant();
        await using var advisor = tenant.AsAdvisor(7011);
        await using var screens = new LeadScreens(advisor, leads.Time);
        screens.Render<LeadList>();
        screens.Live.Topics.ShouldNotBeEmpty();

        await screens.DisposeComponentsAsync();

        screens.Live.Topics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat_in_every_order()
    {
        await using var tenant = leads.Tenant();
        await tenant.ArriveAsync([.. Enumerable.Range(0, 9).Select(n => tenant.SignUp($"1380000{n:D4}", city: n % 3 == 0 ? "哈尔滨" : "广州", window: n % 2 == 0 ? "within_7_days" : "over_1_year"))]);
        await using var hq = tenant.AsHq();
        var queries = hq.Get<LeadQueries>();
        var all = (await tenant.LeadsAsync()).Select(l => l.Id).ToList();

        foreach (var (sort, descending) in new[] { ((string?)null, false), ("at", false), ("at", true), ("due", false), ("due", true), ("heat", false), ("heat", true) })
        {
            var seen = new List<Guid>();
            for (string? after = null, first = ""; first is not null || after is not null; first = null)
            {
                var page = await queries.ListAsync(LeadTab.All, new(after, 2, sort, descending, null, new Dictionary<string, string>()), default);
                seen.AddRange(page.Rows.Select(r => r.Id));
                after = page.NextAfter;
            }

            seen.Count.ShouldBe(all.Count, $"{sort} {descending}");
            seen.ShouldBe(all, ignoreOrder: true, $"{sort} {descending}");
        }
    }

    [Theory]
    [InlineData("小明", 1)]
    [InlineData("王", 2)]
    [InlineData("1111", 1)]
    [InlineData("138 0000 2222", 1)]
    [InlineData("赵", 0)]
    [InlineData("'; drop table leads.leads; --", 0)]
    public async Task A_lead_is_found_by_name_tail_or_whole_number(string typed, int found)
    {
        await using var tenant = leads.Tenant();
        await tenant.ArriveAsync(tenant.SignUp("13800001111", "王小明"), tenant.SignUp("13800002222", "王芳"));
        await using var hq = tenant.AsHq();

        var page = await hq.Get<LeadQueries>().ListAsync(LeadTab.All, PageRequest.First(20) with { Search = typed }, default);

        page.Rows.Count.ShouldBe(found);
    }

    [Theory]
    [InlineData("state", "assigned", 2)]
    [InlineData("state", "nonsense", 0)]
    [InlineData("level", "H", 1)]
    [InlineData("level", "nonsense", 0)]
    [InlineData("overdue", "yes", 0)]
    [InlineData("series", "x7", 2)]
    [InlineData("source", "activity", 2)]
    [InlineData("source", "referral", 0)]
    [InlineData("dealer", "nonsense", 0)]
    [InlineData("advisor", "none", 0)]
    [InlineData("nonsense", "x", 0)]
    public async Task Filters_from_the_address_narrow_and_unknown_ones_match_nothing(string name, string value, int found)
    {
        await using var tenant = leads.Tenant();
        await tenant.ArriveAsync(tenant.SignUp("13800001111"), tenant.SignUp("13800002222", window: "over_1_year"));
        await using var hq = tenant.AsHq();

        var page = await hq.Get<LeadQueries>().ListAsync(LeadTab.All, PageRequest.First(20) with { Filters = new Dictionary<string, string> { [name] = value } }, default);

        page.Rows.Count.ShouldBe(found);
    }

    [Fact]
    public async Task A_lead_of_another_tenant_or_dealer_does_not_exist_here()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var stranger = leads.Tenant(LeadsPermissions.All);
        await using var neighbour = tenant.AsManager(702);

        (await stranger.Get<LeadQueries>().FindAsync(lead.Id, default)).ShouldBeNull();
        (await neighbour.Get<LeadQueries>().FindAsync(lead.Id, default)).ShouldBeNull();
        (await neighbour.Get<LeadQueries>().ListAsync(LeadTab.All, PageRequest.First(20), default)).Rows.ShouldBeEmpty();
    }

    private static int AdvisorOf(Lead lead) => lead.OwnerId == Make.Id(7011) ? 7011 : 7012;

    private sealed class Later(TimeProvider clock, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;
    }
}
