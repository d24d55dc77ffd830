using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class DealerFileTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_row_founds_a_dealer_with_its_place_or_says_every_cell_that_is_wrong()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;

        var run = await ImportAsync(town, tenant,
            Row("CX1", ("region", "北区"), ("sub_region", "北城小区"), ("accepts_leads", "否"), ("capacity", "300")),
            Row("CX2", ("kind", "飞船码头"), ("accepts_leads", "也许"), ("capacity", "很多")),
            [("code", "CX3"), ("name", "无城店")],
            Row("CX1"));

        (await tenant.ImportedAsync("dealers", run)).Select(r => (r.Number, r.Result)).ShouldBe([(2, "created"), (3, "invalid:unknown_word"), (4, "invalid:missing_field"), (5, "duplicate")]);
        (await tenant.ImportedAsync("dealers", run))[1].Issues.Select(i => i.Field).ShouldBe(["kind", "accepts_leads", "capacity"], ignoreOrder: true);
        var dealer = await DealerAsync(tenant, "CX1");
        (dealer.City, dealer.Kind, dealer.AcceptsLeads, dealer.LeadCapacity).ShouldBe(("杭州", DealerKind.FourS, false, 300));
        (dealer.Placements.ShouldHaveSingleItem().RegionId, dealer.Placements[0].SubRegionId).ShouldBe((town.North.Id, town.NorthCity.Id));
        (await tenant.ReadAsync<PlatformDb, int>(db => db.Dealers.CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task A_known_dealer_takes_the_cells_that_differ_and_an_equal_row_changes_nothing()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;

        var run = await ImportAsync(town, tenant,
            [("code", "d1"), ("name", "新名字店"), ("region", "南区")],
            [("code", "D2"), ("name", "测试D2店"), ("region", "北区")]);

        var rows = await tenant.ImportedAsync("dealers", run);
        rows.Select(r => (r.Number, r.Result)).ShouldBe([(2, "updated"), (3, "same")]);
        rows[0].Differences.Select(d => (d.Field, d.Stored, d.Given)).ShouldContain(("name", "测试D1店", "新名字店"));
        var dealer = await DealerAsync(tenant, "D1");
        (dealer.Name, dealer.City, dealer.Placements.Single(p => p.UntilOn is null).RegionId).ShouldBe(("新名字店", "上海", await RegionAsync(tenant, "南区")));
    }

    [Fact]
    public async Task A_refused_row_changes_no_cell_and_founds_no_region()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var before = await tenant.ChecksumsAsync<PlatformDb>();

        var run = await ImportAsync(town, tenant, [("code", "D1"), ("name", "半途而废店"), ("opens_at", "20:00"), ("closes_at", "08:00"), ("region", "火星")]);

        (await tenant.ImportedAsync("dealers", run)).ShouldHaveSingleItem().Result.ShouldBe("invalid:opening_hours_turned");
        (await tenant.ChecksumsAsync<PlatformDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task A_region_that_is_not_there_is_founded_once_and_goes_with_the_undo()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var before = await tenant.ChecksumsAsync<PlatformDb>();

        var run = await ImportAsync(town, tenant, Row("CX1", ("region", "西部")), Row("CX2", ("region", "西部大区"), ("sub_region", "成都小区")), [("code", "D1"), ("region", "西部")]);

        (await tenant.ImportedAsync("dealers", run)).SelectMany(r => r.Issues).Where(i => i.Code == "is_founded").Select(i => i.Details[0]).ShouldBe(["西部", "成都小区"]);
        (await tenant.UndoAsync("dealers", run)).Left.ShouldBe(0);
        (await tenant.ChecksumsAsync<PlatformDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task A_second_row_of_a_dealer_writes_nothing_and_is_not_counted_as_written()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;

        var run = await ImportAsync(town, tenant, Row("CX1"), [("code", "D1"), ("name", "新名字店")], Row("CX1", ("capacity", "9")), [("code", "d1"), ("name", "又一个名字")]);

        var tally = await tenant.TallyAsync("dealers", run);
        tally.Outcomes.ShouldBe(new Dictionary<RowOutcome, int> { [RowOutcome.Created] = 1, [RowOutcome.Updated] = 1, [RowOutcome.Skipped] = 2 }, ignoreOrder: true);
        tally.Writing.ShouldBe(2);
        ((await DealerAsync(tenant, "D1")).Name, (await DealerAsync(tenant, "CX1")).LeadCapacity).ShouldBe(("新名字店", 0));
    }

    [Fact]
    public async Task A_copied_exported_row_with_another_code_is_refused_and_leaves_what_its_first_row_changed()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var stamp = new RowStamp(town.First.Id, "1", new Dictionary<string, string> { ["code"] = "D1", ["name"] = "测试D1店" });
        var file = ImportTrial.File([("code", "D1"), ("name", "新名字店")], [("code", "D9"), ("name", "抄来的店")]).Select(r => r with { Stamp = stamp }).ToList();

        var run = await tenant.ImportAsync("dealers", file, order => order with { BrandId = town.Brand.Id });

        (await tenant.ImportedAsync("dealers", run)).Select(r => r.Result).ShouldBe(["updated", "invalid:code_never_changes"]);
        (await DealerAsync(tenant, "D1")).Name.ShouldBe("新名字店");
    }

    [Fact]
    public async Task Every_row_is_on_one_page_although_a_dealer_and_the_region_it_founded_share_a_number()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var run = await ImportAsync(town, tenant, Row("CX1", ("region", "西部"), ("sub_region", "成都小区")), Row("CX2", ("region", "东部")));
        await using var house = tenant.AsSystem();

        var seen = new List<ImportedRow>();
        var page = PageRequest.First(1);
        while (true)
        {
            var found = await house.ImportKind("dealers").Ledger.RowsAsync(run, false, page, default);
            seen.AddRange(found.Rows);
            found.Total.ShouldBe(5);
            if (found.NextAfter is null)
            {
                break;
            }

            page = page with { After = found.NextAfter };
        }

        seen.Select(r => (r.Number, r.Result)).ShouldBe([(2, "also_created"), (2, "also_created"), (2, "created"), (3, "also_created"), (3, "created")], ignoreOrder: true);
        seen.Select(r => r.RootId).ShouldBeUnique();
    }

    [Fact]
    public async Task A_dealer_that_people_work_for_and_its_region_are_left_by_an_undo()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var run = await ImportAsync(town, tenant, Row("CX1", ("region", "西部")), Row("CX2"));
        await town.HireAsync(Contracts.RoleTemplate.DealerManager, MembershipReach.Dealer, (await DealerAsync(tenant, "CX1")).Id);

        await tenant.UndoAsync("dealers", run);

        (await tenant.ReadAsync<PlatformDb, List<string>>(db => db.Dealers.Select(d => d.Code).ToListAsync())).ShouldBe(["D1", "D2", "D3", "CX1"], ignoreOrder: true);
        (await DealerAsync(tenant, "CX1")).Placements.ShouldHaveSingleItem().RegionId.ShouldBe(await RegionAsync(tenant, "西部"));
        (await tenant.ImportedAsync("dealers", run)).Where(r => r.Number == 2).Select(r => r.UndoLeft).ShouldContain("in_use");
    }

    [Fact]
    public async Task A_cell_that_both_sides_changed_since_the_export_is_left_to_a_person()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        ImportRow Exported(string exportedName) => ImportTrial.File([("code", "D1"), ("name", "文件里的名字"), ("district", "徐汇区")]).Single() with
        {
            Stamp = new(town.First.Id, "1", new Dictionary<string, string> { ["code"] = "D1", ["name"] = exportedName, ["district"] = "浦东新区" }),
        };

        var kept = await tenant.ImportAsync("dealers", [Exported("以前的名字")], order => order with { BrandId = town.Brand.Id });
        var row = (await tenant.ImportedAsync("dealers", kept)).ShouldHaveSingleItem();
        row.Differences.Single(d => d.Field == "name").IsConflict.ShouldBeTrue();
        ((await DealerAsync(tenant, "D1")).Name, (await DealerAsync(tenant, "D1")).District).ShouldBe(("测试D1店", "徐汇区"));

        await tenant.UndoAsync("dealers", kept);
        await tenant.ImportAsync("dealers", [Exported("以前的名字")], order => order with { BrandId = town.Brand.Id, TakeConflicts = true });
        (await DealerAsync(tenant, "D1")).Name.ShouldBe("文件里的名字");
    }

    [Fact]
    public async Task A_code_never_changes()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var renamed = ImportTrial.File([("code", "D9"), ("name", "新名字店")]).Single() with { Stamp = new(town.First.Id, "1", new Dictionary<string, string> { ["code"] = "D1", ["name"] = "测试D1店" }) };

        var run = await tenant.ImportAsync("dealers", [renamed], order => order with { BrandId = town.Brand.Id });

        (await tenant.ImportedAsync("dealers", run)).ShouldHaveSingleItem().Issues.ShouldHaveSingleItem().Code.ShouldBe("code_never_changes");
        (await DealerAsync(tenant, "D1")).Name.ShouldBe("测试D1店");
    }

    [Fact]
    public async Task People_of_a_dealer_bring_in_no_dealers()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var order = new ImportOrder(Kernel.Ids.New(TimeProvider.System), town.Brand.Id, ImportMode.Upsert, false, false, DateTimeOffset.UnixEpoch) { DealerIds = [town.First.Id] };

        (await tenant.ImportKind("dealers").OpenAsync(order, default)).Refusal.ShouldBe(Kernel.Outcomes.Refusal.NotAllowed);
    }

    [Fact]
    public async Task A_preview_counts_the_same_and_writes_nothing()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        var before = await tenant.ChecksumsAsync<PlatformDb>();
        var file = ImportTrial.File(Row("CX1", ("region", "西部")), [("code", "D1"), ("name", "新名字店")], Row("CX2", ("kind", "飞船码头")), Row("CX1"));

        var foreseen = await tenant.TallyAsync("dealers", await tenant.PreviewAsync("dealers", file, order => order with { BrandId = town.Brand.Id }, batch: 2), isPreview: true);

        (await tenant.ChecksumsAsync<PlatformDb>()).ShouldBe(before);
        var taken = await tenant.TallyAsync("dealers", await tenant.ImportAsync("dealers", file, order => order with { BrandId = town.Brand.Id }));
        foreseen.Results.ShouldBe(taken.Results, ignoreOrder: true);
    }

    private static IReadOnlyList<(string, string?)> Row(string code, params (string, string?)[] more)
        => [("code", code), ("name", $"{code}店"), ("province", "浙江省"), ("city", "杭州市"), .. more.Any(c => c.Item1 == "kind") ? [] : new[] { ("kind", (string?)"4S店") }, .. more];

    private static Task<Guid> ImportAsync(Town town, TestTenant tenant, params IReadOnlyList<(string, string?)>[] rows)
        => tenant.ImportAsync("dealers", ImportTrial.File(rows), order => order with { BrandId = town.Brand.Id });

    private static Task<Dealer> DealerAsync(TestTenant tenant, string code)
        => tenant.ReadAsync<PlatformDb, Dealer>(db => db.Dealers.Include(d => d.Placements).SingleAsync(d => d.Code == code));

    private static Task<Guid> RegionAsync(TestTenant tenant, string name)
        => tenant.ReadAsync<PlatformDb, Guid>(db => db.Regions.Where(r => r.Name.StartsWith(name)).Select(r => r.Id).SingleAsync());

    private async Task<(Town Town, TestTenant Tenant)> TownAsync()
    {
        var town = await platform.BuildAsync();
        return (town, platform.Tenant().As(f => f with { TenantId = town.Tenant.Id }));
    }
}
