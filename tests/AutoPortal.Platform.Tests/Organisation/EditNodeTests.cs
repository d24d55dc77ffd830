using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;
using AutoPortal.Platform.Series;

namespace AutoPortal.Platform.Tests.Organisation;

public sealed class EditNodeTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_region_with_dealers_refuses_to_close_and_names_them_also_for_a_planned_move()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var nodes = admin.Get<EditNode>();

        var refused = await nodes.CloseAsync(town.South.Id, true, default);
        refused.Refusal!.Code.ShouldBe("platform.node_has_dealers");
        refused.Refusal.Details.ShouldBe([1, town.Far.Name]);
        (await admin.Get<MoveDealer>().RunAsync(town.Far.Id, town.North.Id, town.Today, default)).IsOk.ShouldBeTrue();
        (await admin.Get<MoveDealer>().RunAsync(town.Direct.Id, town.South.Id, town.Today.AddDays(3), default)).IsOk.ShouldBeTrue();
        (await nodes.CloseAsync(town.South.Id, true, default)).Refusal!.Details.ShouldBe([1, town.Direct.Name]);
    }

    [Fact]
    public async Task An_empty_region_closes_takes_no_dealers_keeps_its_name_and_opens_again()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var nodes = admin.Get<EditNode>();
        (await nodes.FoundAsync(town.Brand.Id, "east", "东区", default)).IsOk.ShouldBeTrue();
        var east = (await admin.Get<IOrganisation>().TreeAsync(default)).Regions.Single(r => r.Code == "east");

        (await nodes.CloseAsync(east.Id, true, default)).IsOk.ShouldBeTrue();

        (await admin.Get<IOrganisation>().TreeAsync(default)).Regions.Single(r => r.Id == east.Id).IsClosed.ShouldBeTrue();
        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, east.Id, town.Today, default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await nodes.CloseAsync(east.Id, false, default)).IsOk.ShouldBeTrue();
        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, east.Id, town.Today, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Codes_are_free_among_siblings_only_and_a_stale_name_is_not_saved()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var nodes = admin.Get<EditNode>();

        (await nodes.FoundAsync(town.Brand.Id, "north", "又一个北区", default)).Refusal.ShouldBe(PlatformRefusals.CodeTaken);
        (await nodes.FoundAsync(town.South.Id, "city", "南城小区", default)).IsOk.ShouldBeTrue();
        var seen = (await admin.Get<StructureQueries>().ListAsync(default)).Single(r => r.Id == town.North.Id);
        (await nodes.RenameAsync(town.North.Id, seen.Version, "北方大区", default)).IsOk.ShouldBeTrue();
        (await nodes.RenameAsync(town.North.Id, seen.Version, "我的北区", default)).Refusal.ShouldBe(Refusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Brands_and_series_are_changed_by_whoever_may_and_only_in_their_own_tenant()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var foreign = await platform.BuildAsync();
        await using var operatorOf = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.CampaignOperator, MembershipReach.Tenant, null));
        var what = new SeriesDescription("晨岳", "", "suv", "electric", 16_980_000);
        var version = (await admin.Get<StructureQueries>().ListAsync(default)).Single(r => r.Id == town.Brand.Id).Version;

        (await admin.Get<EditSeries>().FoundAsync(town.Brand.Id, "cx7", what, default)).IsOk.ShouldBeTrue();
        (await admin.Get<EditSeries>().FoundAsync(town.Brand.Id, "cx7", what, default)).Refusal.ShouldBe(PlatformRefusals.CodeTaken);
        (await admin.Get<EditSeries>().FoundAsync(foreign.Brand.Id, "cx8", what, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<EditBrand>().RunAsync(town.Brand.Id, version, "晨星", Brand.ShortScheme, default)).IsOk.ShouldBeTrue();
        (await admin.Get<EditBrand>().RunAsync(foreign.Brand.Id, version, "晨星", Brand.ShortScheme, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await admin.Get<EditNode>().FoundAsync(foreign.Brand.Id, "x", "越界", default)).Refusal.ShouldBe(PlatformRefusals.UnknownNode);
        (await admin.Get<EditNode>().CloseAsync(foreign.South.Id, true, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await operatorOf.Get<EditSeries>().FoundAsync(town.Brand.Id, "cx9", what, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await operatorOf.Get<EditNode>().FoundAsync(town.Brand.Id, "x", "大区", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await operatorOf.Get<EditBrand>().RunAsync(town.Brand.Id, version, "晨星", Brand.ShortScheme, default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task Series_stand_in_the_order_they_are_given_everywhere()
    {
        var (town, admin) = await AdminAsync();
        await using var _ = admin;
        var edit = admin.Get<EditSeries>();
        foreach (var code in (string[])["a1", "b2", "c3"])
        {
            (await edit.FoundAsync(town.Brand.Id, code, new("车系" + code, "", "suv", "fuel", 1), default)).IsOk.ShouldBeTrue();
        }

        var last = (await admin.Get<ISeriesCatalogue>().ListAsync(default)).Single(s => s.Code == "c3");
        (await edit.ShiftAsync(last.Id, isUp: true, default)).IsOk.ShouldBeTrue();

        (await admin.Get<ISeriesCatalogue>().ListAsync(default)).Select(s => s.Code).ShouldBe(["a1", "c3", "b2"]);
        (await admin.Get<SeriesQueries>().ListAsync(Kernel.Paging.PageRequest.First(20), default)).Rows.Select(s => s.Code).ShouldBe(["a1", "c3", "b2"]);
    }

    private async Task<(Town Town, Visitor Admin)> AdminAsync()
    {
        var town = await platform.BuildAsync();
        return (town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }
}
