using Bunit;

namespace AutoPortal.Leads.Tests.Workbench;

public sealed class WorkbenchTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task After_a_follow_up_the_next_person_opens_by_itself()
    {
        await using var tenant = leads.Tenant();
        await tenant.ArriveAsync(tenant.SignUp("13800005001", "赵一", window: "within_7_days"), tenant.SignUp("13800005002", "钱二", window: "over_1_year"));
        var all = await tenant.LeadsAsync();
        var owner = all[0].OwnerId!.Value;
        await using var manager = tenant.AsManager();
        foreach (var lead in all.Where(l => l.OwnerId != owner))
        {
            (await manager.Get<Leads.Assign.AssignLead>().RunAsync(lead.Id, owner, "都给一位顾问", default)).IsOk.ShouldBeTrue();
        }

        await using var advisor = tenant.AsAdvisor(owner == Make.Id(7011) ? 7011 : 7012);
        await using var screens = new LeadScreens(advisor, leads.Time);
        var urgent = all.Single(l => l.Name == "赵一");
        screens.Navigation.NavigateTo($"{LeadsRoutes.Workbench}?lead={urgent.Id}");
        var bench = screens.Render<Leads.Workbench.Workbench>();
        bench.WaitForAssertion(() => bench.Find(".middle h2").TextContent.ShouldBe("赵一"));
        bench.Find(".say").TextContent.ShouldContain("您好，是赵一吗");
        await bench.Find("input[name=outcome][value=reached]").ChangeAsync("reached");
        await bench.Find("input[name=next_pick]").ChangeAsync("on");

        await bench.Find("form").SubmitAsync();

        var next = all.Single(l => l.Name == "钱二");
        bench.WaitForAssertion(() => screens.Navigation.Uri.ShouldEndWith($"lead={next.Id}"));
    }
}
