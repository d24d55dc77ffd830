using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports.Dealers;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>A list goes out, is worked on in a spreadsheet, and comes back: each cell is decided between what was exported, what the file says now and what is stored now.</summary>
public sealed class RoundTripTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly string[] Everything = [.. DealerCells.Fields.Select(f => f.Code)];

    [Fact]
    public async Task A_file_that_comes_back_untouched_changes_nothing()
    {
        var (_, trip) = await StartAsync();
        var file = await trip.ExportAsync();

        var rows = await trip.BringBackAsync(await trip.ReworkAsync(file, (_, _, cell) => cell));

        rows.Tally.Rows.ShouldBe(3);
        rows.Rows.ShouldBeEmpty("every row is the same, so there is nothing to look at");
    }

    [Fact]
    public async Task A_cell_that_is_changed_to_what_it_was_before_is_news_when_the_list_was_exported_anew()
    {
        var (town, trip) = await StartAsync();
        var first = await trip.ReworkAsync(await trip.ExportAsync(), Move);
        (await trip.BringBackAsync(first, applies: true)).Tally.Of(RowOutcome.Updated).ShouldBe(1);
        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            Describe(await db.Dealers.SingleAsync(d => d.Id == town.First.Id), d => d with { Address = "" });
            return true;
        });

        var again = await trip.BringBackAsync(await trip.ReworkAsync(await trip.ExportAsync(), Move), applies: true);

        again.Tally.Of(RowOutcome.Updated).ShouldBe(1, "the rows look alike, but this one was exported after the first came in");
        (await platform.InTenantAsync(town.Tenant.Id, db => db.Dealers.SingleAsync(d => d.Id == town.First.Id))).Address.ShouldBe("新地址");

        static string Move(string code, string field, string cell) => (code, field) is ("D1", DealerCells.Address) ? "新地址" : cell;
    }

    [Fact]
    public async Task Cells_changed_in_the_file_are_taken_and_those_changed_on_both_sides_are_shown_three_ways()
    {
        var (town, trip) = await StartAsync();
        var file = await trip.ExportAsync();
        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            Describe(await db.Dealers.SingleAsync(d => d.Id == town.First.Id), d => d with { Address = "库内新地址" });
            return true;
        });

        var (rows, _, _) = await trip.BringBackAsync(await trip.ReworkAsync(file, (code, field, cell) => (code, field) switch
        {
            ("D1", DealerCells.Address) => "文件新地址",
            ("D1", DealerCells.District) => "黄浦区",
            ("D2", DealerCells.Name) => "文件改名店",
            _ => cell,
        }));

        var first = rows.Single(r => r.Differences.Any(d => d.Field == DealerCells.Address));
        first.Differences.Single(d => d.Field == DealerCells.Address).ShouldBe(new CellDifference(DealerCells.Address, "库内新地址", "文件新地址", ""));
        first.Differences.Single(d => d.Field == DealerCells.District).ShouldBe(new CellDifference(DealerCells.District, "浦东新区", "黄浦区", "浦东新区"));
        rows.Single(r => r.Differences.Any(d => d.Field == DealerCells.Name)).Differences.ShouldHaveSingleItem().Given.ShouldBe("文件改名店");
        rows.Count.ShouldBe(2);
        (await platform.InTenantAsync(town.Tenant.Id, db => db.Dealers.SingleAsync(d => d.Id == town.First.Id))).Address.ShouldBe("库内新地址", "a check writes nothing");
    }

    private static void Describe(Dealer dealer, Func<DealerDescription, DealerDescription> change)
        => dealer.Describe(change(new(dealer.Name, dealer.Kind, dealer.Province, dealer.City, dealer.District, dealer.Address, dealer.Hotline, dealer.Contact, dealer.At))).ShouldBeNull();

    private async Task<(Town Town, RoundTrip Trip)> StartAsync()
    {
        var town = await platform.BuildAsync();
        return (town, new(platform, town, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null), "dealers", "dealers", Everything));
    }
}
