using AutoPortal.Leads.Card;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Losses;
using AutoPortal.Testing;
using Bunit;

namespace AutoPortal.Leads.Tests.Card;

public sealed class LeadDrawerTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_lead_of_another_dealer_is_not_found_like_one_that_never_was()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        await using var neighbour = tenant.AsManager(702);

        foreach (var id in new[] { lead.Id, Make.Id(999_999) })
        {
            await using var screens = new LeadScreens(neighbour, leads.Time);
            var notFound = 0;
            screens.Navigation.OnNotFound += (_, _) => notFound++;

            var drawer = screens.Render<LeadDrawer>(d => d.Add(p => p.LeadId, id));

            drawer.WaitForAssertion(() => notFound.ShouldBe(1));
        }
    }

    [Fact]
    public async Task The_card_says_what_comes_next_and_why_the_lead_is_here()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(name: "王小明", dealer: Neighbours.Tianhe.Id));
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);
        await using var screens = new LeadScreens(advisor, leads.Time);

        var drawer = screens.Render<LeadDrawer>(d => d.Add(p => p.LeadId, lead.Id));

        drawer.WaitForAssertion(() => drawer.Find(".sentence").TextContent.ShouldBe("请在今天 10:30 前联系上客户，并记下结果。"));
        drawer.Find("h2").TextContent.ShouldBe("王小明");
        await drawer.FindAll("[role=tab]")[2].ClickAsync();
        drawer.WaitForAssertion(() => drawer.Find("[role=tabpanel]").TextContent.ShouldContain("依据：客户自己选的门店。"));
        await drawer.FindAll("[role=tab]")[1].ClickAsync();
        drawer.WaitForAssertion(() => drawer.Markup.ShouldContain("已同意由经销商联系"));
        drawer.Markup.ShouldContain("短信验证码核验");
    }

    [Fact]
    public async Task A_number_that_was_looked_at_hides_itself_again()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp("13800004321"));
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);
        var timers = new HeldTimers(leads.Time);
        await using var screens = new LeadScreens(advisor, timers);
        var phone = screens.Render<LeadPhone>(p => p.Add(x => x.LeadId, lead.Id).Add(x => x.Masked, lead.PhoneMask).Add(x => x.CanReveal, true));
        phone.Markup.ShouldNotContain("13800004321");

        await phone.Find("[role=menuitem]").ClickAsync();
        phone.WaitForAssertion(() => phone.Markup.ShouldContain("tel:13800004321"));
        timers.Waits.ShouldHaveSingleItem().ShouldBe(TimeSpan.FromSeconds(60));
        timers.Fire();

        phone.WaitForAssertion(() => phone.Markup.ShouldNotContain("13800004321"));
    }

    [Fact]
    public async Task A_manager_who_rejects_a_loss_must_say_why()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);
        (await advisor.Get<ApplyForLost>().RunAsync(lead.Id, new("price", "over_budget"), "客户说超出预算两万", default)).IsOk.ShouldBeTrue();
        await using var manager = tenant.AsManager();
        await using var screens = new LeadScreens(manager, leads.Time);
        var drawer = screens.Render<LeadDrawer>(d => d.Add(p => p.LeadId, lead.Id));
        drawer.WaitForAssertion(() => drawer.Markup.ShouldContain("客户说超出预算两万"));
        await drawer.FindAll("button").First(b => b.TextContent == "驳回").ClickAsync();

        await drawer.FindAll(".dialog button").Last(b => b.TextContent == "驳回").ClickAsync();

        drawer.Find(".dialog").TextContent.ShouldContain("请写明原因");
        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.LostPending);
        await drawer.Find(".dialog textarea").ChangeAsync("先约客户到店再谈");
        await drawer.FindAll(".dialog button").Last(b => b.TextContent == "驳回").ClickAsync();
        drawer.WaitForAssertion(() => screens.Said.ShouldContain("已驳回，线索回到顾问手中"));
        (await tenant.LeadAsync(lead.Id)).State.ShouldBe(LeadState.Assigned);
    }

    [Theory]
    [InlineData("cleaned", 0, "还没有经销商接收")]
    [InlineData("dispatched", 0, "请在今天 10:30 前分配给销售顾问")]
    [InlineData("dispatched", 90, "分配已超时 1 小时")]
    [InlineData("assigned", 90, "首次联系已超时 1 小时，请马上联系客户")]
    [InlineData("following", 0, "请在明天 10:00 联系客户")]
    public async Task The_next_step_is_a_sentence(string state, int minutesLater, string sentence)
    {
        await using var tenant = leads.Tenant();
        var lead = Make.Lead(StoredWord<LeadState>.Read(state));
        await using var house = tenant.AsSystem();
        await house.SaveAsync<Data.LeadsDb>(lead);
        await using var hq = tenant.AsHq();
        await using var screens = new LeadScreens(hq, leads.Time);
        var card = await hq.Get<LeadCardQueries>().FindAsync(lead.Id, default);

        var next = NextStep.Of(card!, Make.Now.AddMinutes(minutesLater), screens.Words);

        next.Sentence.ShouldContain(sentence);
    }

    private sealed class HeldTimers(TimeProvider clock) : TimeProvider
    {
        private TimerCallback? _callback;

        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            Waits.Add(dueTime);
            return TimeProvider.System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Fire() => _callback!(null);
    }
}
