using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Domain;
using Bunit;

namespace AutoPortal.Leads.Tests.Assign;

public sealed class AssignDialogTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task A_manager_sees_who_has_room_and_gives_the_lead_away_with_a_reason()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(dealer: Neighbours.Tianhe.Id));
        var other = lead.OwnerId == Make.Id(7011) ? 7012 : 7011;
        await using var manager = tenant.AsManager();
        await using var screens = new LeadScreens(manager, leads.Time);
        var dialog = screens.Render<AssignDialog>(d => d
            .Add(p => p.LeadId, lead.Id).Add(p => p.DealerId, lead.DealerId!.Value).Add(p => p.LeadName, "李明").Add(p => p.OwnerId, lead.OwnerId));
        dialog.WaitForAssertion(() => dialog.FindAll(".person").Count.ShouldBe(2));
        dialog.Find($"input[value='{lead.OwnerId}']").HasAttribute("disabled").ShouldBeTrue();
        dialog.Markup.ShouldContain("在跟 1/10000，今天新增 1/10000");
        await dialog.Find($"input[value='{Make.Id(other)}']").ChangeAsync("on");

        await dialog.FindAll("button").Last(b => b.TextContent == "改派").ClickAsync();
        dialog.WaitForAssertion(() => dialog.Markup.ShouldContain("改派请写明原因"));
        await dialog.Find("input[name=assign_reason]").ChangeAsync("王顾问今天休息");
        await dialog.FindAll("button").Last(b => b.TextContent == "改派").ClickAsync();

        dialog.WaitForAssertion(() => screens.Said.ShouldHaveSingleItem().ShouldContain("已分配给"));
        (await tenant.LeadAsync(lead.Id)).OwnerId.ShouldBe(Make.Id(other));
    }

    [Fact]
    public async Task HQ_finds_a_dealer_by_its_city_and_dispatches_by_hand_with_a_reason()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp(city: null, district: null));
        await using var hq = tenant.AsHq();
        await using var screens = new LeadScreens(hq, leads.Time);
        var dialog = screens.Render<DispatchDialog>(d => d.Add(p => p.LeadId, lead.Id).Add(p => p.BrandId, Make.Brand).Add(p => p.LeadName, "李**"));
        await dialog.Find("input[type=search]").InputAsync("深圳");
        dialog.FindAll(".dealer").Count.ShouldBe(1);
        await dialog.Find("input[name=dealer]").ChangeAsync("on");

        await dialog.FindAll("button").Last(b => b.TextContent == "下发").ClickAsync();

        dialog.WaitForAssertion(() => dialog.Markup.ShouldContain("请写明原因"));
    }
}
