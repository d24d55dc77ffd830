using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;
using AutoPortal.Platform.Tests.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Organisation;

public sealed class DealerLifeTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly DealerTrade Trade = new(OpeningDays.All, new(9, 0), new(18, 0), [PlatformFixture.Channel], [], 100);

    [Fact]
    public async Task A_new_dealer_stands_in_the_tree_at_once_and_one_planned_ahead_takes_leads_from_its_day_on()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var found = admin.Get<FoundDealer>();

        var now = await found.RunAsync(new(town.NorthCity.Id, "n01", DealerTests.Description, Trade, null), default);
        var later = await found.RunAsync(new(town.South.Id, "n02", DealerTests.Description, Trade, town.Today.AddDays(3)), default);

        var dealers = await admin.Get<IDealerDirectory>().ListAsync(town.Brand.Id, default);
        var open = dealers.Single(d => d.Id == now.Value);
        (open.Code, open.IsActive, open.RegionId, open.SubRegionId, open.State).ShouldBe(("N01", true, town.North.Id, town.NorthCity.Id, "open"));
        dealers.Single(d => d.Id == later.Value).IsActive.ShouldBeFalse();
        platform.Now.Ahead += TimeSpan.FromDays(3);
        (await admin.Get<IDealerDirectory>().ListAsync(town.Brand.Id, default)).Single(d => d.Id == later.Value).IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_taken_code_an_unknown_place_series_or_source_is_refused_with_what_to_mend()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var found = admin.Get<FoundDealer>();
        var dealer = new NewDealer(town.South.Id, "X1", DealerTests.Description, Trade, null);

        (await found.RunAsync(dealer with { Code = "d1" }, default)).Refusal.ShouldBe(PlatformRefusals.CodeTaken);
        (await found.RunAsync(dealer with { NodeId = Guid.NewGuid() }, default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await found.RunAsync(dealer with { Trade = Trade with { Channels = ["nosuch"] } }, default)).Refusal.ShouldBe(PlatformRefusals.ChannelUnknown);
        (await found.RunAsync(dealer with { Trade = Trade with { SeriesCodes = ["nosuch"] } }, default)).Refusal.ShouldBe(PlatformRefusals.SeriesUnknown);
        (await found.RunAsync(dealer with { OpeningOn = town.Today }, default)).Refusal.ShouldBe(PlatformRefusals.OpeningNotAhead);
    }

    [Fact]
    public async Task A_suspended_dealer_takes_no_leads_until_its_day_of_return()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;

        (await admin.Get<SuspendDealer>().RunAsync(town.First.Id, "展厅翻修", town.Today.AddDays(2), default)).IsOk.ShouldBeTrue();

        (await FactsAsync(admin, town.First)).State.ShouldBe("suspended");
        (await FactsAsync(admin, town.First)).IsActive.ShouldBeFalse();
        (await ListAsync(admin, "suspended")).ShouldBe(["D1"]);
        platform.Now.Ahead += TimeSpan.FromDays(2);
        (await FactsAsync(admin, town.First)).IsActive.ShouldBeTrue();
        (await ListAsync(admin, "suspended")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dealer_that_leaves_today_ends_its_people_and_tells_others_who_takes_over()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var advisor = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);

        (await admin.Get<LetDealerLeave>().RunAsync(town.First.Id, town.Today, "合同到期", town.Far.Id, default)).IsOk.ShouldBeTrue();

        (await platform.ResolveAsync(advisor.Principal)).ShouldBeNull();
        var told = (await SentAsync(town)).Single();
        (told.DealerId, told.SuccessorId, told.LeftOn).ShouldBe((town.First.Id, town.Far.Id, town.Today));
        var facts = await FactsAsync(admin, town.First);
        (facts.IsActive, facts.State, facts.LeftOn, facts.SuccessorId).ShouldBe((false, "left", town.Today, town.Far.Id));
        (await ListAsync(admin, "left")).ShouldBe(["D1"]);
        (await admin.Get<OpenDealer>().RunAsync(town.First.Id, default)).Refusal.ShouldBe(PlatformRefusals.NotInThisState);
    }

    [Fact]
    public async Task A_leaving_ahead_changes_nothing_until_its_day_and_is_finished_once()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var advisor = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        (await admin.Get<LetDealerLeave>().RunAsync(town.First.Id, town.Today.AddDays(2), "合同到期", null, default)).IsOk.ShouldBeTrue();

        platform.Now.Ahead += TimeSpan.FromDays(1);
        await FinishAsync(town);
        (await platform.ResolveAsync(advisor.Principal)).ShouldNotBeNull();
        (await SentAsync(town)).ShouldBeEmpty();

        platform.Now.Ahead += TimeSpan.FromDays(1);
        (await platform.ResolveAsync(advisor.Principal)).ShouldBeNull("access ends with the day, whether or not the sweep has come");
        await FinishAsync(town);
        await FinishAsync(town);
        (await SentAsync(town)).Single().SuccessorId.ShouldBeNull();
        (await platform.InTenantAsync(town.Tenant.Id, db => db.Memberships.SingleAsync(m => m.Id == advisor.MembershipId))).UntilOn.ShouldBe(town.Today);
    }

    [Fact]
    public async Task A_leaving_that_is_called_off_never_happens()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        (await admin.Get<LetDealerLeave>().RunAsync(town.First.Id, town.Today.AddDays(1), "合同到期", null, default)).IsOk.ShouldBeTrue();

        (await admin.Get<LetDealerLeave>().CallOffAsync(town.First.Id, default)).IsOk.ShouldBeTrue();

        platform.Now.Ahead += TimeSpan.FromDays(1);
        await FinishAsync(town);
        (await SentAsync(town)).ShouldBeEmpty();
        (await FactsAsync(admin, town.First)).IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_successor_must_be_open_of_the_same_brand_and_not_leaving_itself()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var foreign = await platform.BuildAsync();
        var leave = admin.Get<LetDealerLeave>();

        (await leave.RunAsync(town.First.Id, town.Today, "合同到期", foreign.First.Id, default)).Refusal.ShouldBe(PlatformRefusals.SuccessorCannotTakeOver);
        (await leave.RunAsync(town.First.Id, town.Today, "合同到期", town.First.Id, default)).Refusal.ShouldBe(PlatformRefusals.SuccessorIsItself);
        (await leave.RunAsync(town.First.Id, town.Today.AddDays(5), "合同到期", town.Far.Id, default)).IsOk.ShouldBeTrue();
        (await leave.RunAsync(town.Far.Id, town.Today.AddDays(2), "合同到期", null, default)).Refusal.ShouldBe(PlatformRefusals.IsSuccessorItself);
        (await leave.RunAsync(town.Direct.Id, town.Today, "合同到期", town.First.Id, default)).Refusal.ShouldBe(PlatformRefusals.SuccessorCannotTakeOver);
    }

    [Fact]
    public async Task Whoever_saved_since_is_not_overwritten()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var seen = (await admin.Get<DealerQueries>().FindAsync(town.First.Id, default))!;
        var edit = admin.Get<EditDealer>();
        (await edit.RunAsync(town.First.Id, seen.Version, seen.Description with { Name = "新名店" }, Trade, default)).IsOk.ShouldBeTrue();

        (await edit.RunAsync(town.First.Id, seen.Version, seen.Description with { Name = "我的名店" }, Trade, default)).Refusal.ShouldBe(Refusal.ChangedMeanwhile);

        (await admin.Get<DealerQueries>().FindAsync(town.First.Id, default))!.Description.Name.ShouldBe("新名店");
    }

    [Fact]
    public async Task Another_tenants_dealer_does_not_exist_here_and_another_role_may_nothing_of_it()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var foreign = await platform.BuildAsync();
        await using var manager = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.First.Id));

        (await admin.Get<SuspendDealer>().RunAsync(foreign.First.Id, "翻修", null, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<LetDealerLeave>().RunAsync(foreign.First.Id, town.Today, "到期", null, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<EditDealer>().RunAsync(foreign.First.Id, 0, DealerTests.Description, Trade, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<FoundDealer>().RunAsync(new(foreign.South.Id, "X1", DealerTests.Description, Trade, null), default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await manager.Get<SuspendDealer>().RunAsync(town.First.Id, "翻修", null, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<LetDealerLeave>().RunAsync(town.First.Id, town.Today, "到期", null, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<EditDealer>().RunAsync(town.First.Id, 0, DealerTests.Description, Trade, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<FoundDealer>().RunAsync(new(town.South.Id, "X1", DealerTests.Description, Trade, null), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<MoveConsequences>().LookAsync(town.First.Id, town.South.Id, town.Today, default)).ShouldBe(AccessChange.None);
    }

    private Task FinishAsync(Town town)
        => platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "test", (services, ct) => services.GetRequiredService<FinishLeavings>().RunAsync(ct), default);

    private static async Task<DealerFacts> FactsAsync(Visitor admin, Dealer dealer)
        => (await admin.Get<IOrganisation>().TreeAsync(default)).Dealers.Single(d => d.Id == dealer.Id);

    private static async Task<IEnumerable<string>> ListAsync(Visitor admin, string state)
        => (await admin.Get<DealerQueries>().ListAsync(PageRequest.First(20) with { Filters = new Dictionary<string, string> { ["state"] = state } }, default)).Rows.Select(d => d.Code);

    private Task<List<DealerLeft>> SentAsync(Town town)
        => platform.InTenantAsync(town.Tenant.Id, async db => (await db.Set<OutboxMessage>().Where(m => m.Type == "platform.dealer_left").OrderBy(m => m.Id).ToListAsync())
            .ConvertAll(m => EventTypes.Deserialize<DealerLeft>(m.Payload)));

    private async Task<(Town Town, Visitor Admin)> AdminAsync()
    {
        var town = await platform.BuildAsync();
        return (town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }
}
