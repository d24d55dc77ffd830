using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;

namespace AutoPortal.Platform.Tests.Organisation;

public sealed class MoveDealerTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_move_from_today_is_seen_at_once_and_the_old_place_stays_in_the_history()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var regional = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.South.Id);

        var outcome = await admin.Get<MoveDealer>().RunAsync(town.First.Id, town.South.Id, town.Today, default);

        outcome.IsOk.ShouldBeTrue();
        (await platform.ResolveAsync(regional.Principal))!.DealerIds.ShouldContain(town.First.Id);
        var details = await admin.Get<DealerQueries>().FindAsync(town.First.Id, default);
        details!.Placements.Select(p => (p.Region, p.UntilOn)).ShouldBe([("南区", null), ("北区", town.Today)]);
    }

    [Fact]
    public async Task A_move_twice_on_one_day_leaves_the_last_one()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;

        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, town.South.Id, town.Today, default)).IsOk.ShouldBeTrue();
        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, town.North.Id, town.Today, default)).IsOk.ShouldBeTrue();

        var details = await admin.Get<DealerQueries>().FindAsync(town.First.Id, default);
        details!.Placements.Select(p => (p.Region, p.SubRegion)).ShouldBe([("北区", null), ("北区", "北城小区")]);
    }

    [Fact]
    public async Task Moves_into_the_past_to_nowhere_or_beside_a_planned_one_are_refused()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var move = admin.Get<MoveDealer>();

        (await move.RunAsync(town.First.Id, town.South.Id, town.Today.AddDays(-1), default)).Refusal.ShouldBe(PlatformRefusals.PlacementInThePast);
        (await move.RunAsync(town.First.Id, Guid.Empty, town.Today, default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await move.RunAsync(town.First.Id, town.NorthCity.Id, town.Today, default)).Refusal.ShouldBe(PlatformRefusals.AlreadyPlacedThere);
        (await move.RunAsync(town.First.Id, town.South.Id, town.Today.AddDays(3), default)).IsOk.ShouldBeTrue();
        (await move.RunAsync(town.First.Id, town.South.Id, town.Today.AddDays(5), default)).Refusal.ShouldBe(PlatformRefusals.PlacementAlreadyPlanned);
    }

    [Fact]
    public async Task Another_tenants_dealer_does_not_exist_here_and_another_role_may_not()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var foreign = await platform.BuildAsync();
        await using var manager = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id));

        (await admin.Get<MoveDealer>().RunAsync(foreign.First.Id, town.South.Id, town.Today, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<SwitchDealerLeads>().RunAsync(foreign.First.Id, false, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, foreign.South.Id, town.Today, default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await admin.Get<DealerQueries>().FindAsync(foreign.First.Id, default)).ShouldBeNull();
        (await manager.Get<MoveDealer>().RunAsync(town.First.Id, town.South.Id, town.Today, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<SwitchDealerLeads>().RunAsync(town.First.Id, false, default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task A_dealer_that_pauses_its_leads_is_known_to_other_modules_at_once()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        (await admin.Get<IDealerDirectory>().ListAsync(town.Brand.Id, default)).ShouldAllBe(d => d.AcceptsLeads);

        await admin.Get<SwitchDealerLeads>().RunAsync(town.First.Id, false, default);

        (await admin.Get<IDealerDirectory>().ListAsync(town.Brand.Id, default)).Single(d => !d.AcceptsLeads).Id.ShouldBe(town.First.Id);
    }

    [Fact]
    public async Task The_list_pages_filters_and_stays_within_reach()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        await using var regional = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id));

        var first = await admin.Get<DealerQueries>().ListAsync(PageRequest.First(2), default);
        first.Total.ShouldBe(3);
        first.Rows.Select(d => d.Code).ShouldBe(["D1", "D2"]);
        var second = await admin.Get<DealerQueries>().ListAsync(PageRequest.First(2) with { After = first.NextAfter }, default);
        second.Rows.Select(d => d.Code).ShouldBe(["D3"]);
        second.NextAfter.ShouldBeNull();
        var backwards = await admin.Get<DealerQueries>().ListAsync(PageRequest.First(2) with { Sort = "code", Descending = true }, default);
        backwards.Rows.Select(d => d.Code).ShouldBe(["D3", "D2"]);

        (await regional.Get<DealerQueries>().ListAsync(PageRequest.First(20), default)).Rows.Select(d => d.Code).ShouldBe(["D1", "D2"]);
        (await admin.Get<DealerQueries>().ListAsync(Filtered("node", town.South.Id.ToString()), default)).Rows.Single().Code.ShouldBe("D3");
        (await admin.Get<DealerQueries>().ListAsync(Filtered("node", "' or 1=1"), default)).Rows.ShouldBeEmpty();
        (await admin.Get<DealerQueries>().ListAsync(Filtered("leads", "off"), default)).Rows.ShouldBeEmpty();
        (await admin.Get<DealerQueries>().ListAsync(PageRequest.First(20) with { Search = "测试D2" }, default)).Rows.Single().Code.ShouldBe("D2");
    }

    private static PageRequest Filtered(string name, string value) => PageRequest.First(20) with { Filters = new Dictionary<string, string> { [name] = value } };

    private async Task<(Town Town, Visitor Admin)> AdminAsync()
    {
        var town = await platform.BuildAsync();
        return (town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }
}
