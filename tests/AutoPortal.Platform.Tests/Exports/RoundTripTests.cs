using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Imports.Dealers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>A list goes out, is worked on in a spreadsheet, and comes back: each cell is decided between what was exported, what the file says now and what is stored now.</summary>
public sealed class RoundTripTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly string[] Everything = [.. DealerCells.Fields.Select(f => f.Code)];

    [Fact]
    public async Task A_file_that_comes_back_untouched_changes_nothing()
    {
        var (town, runner, admin) = await StartAsync();
        var file = await ExportAsync(runner, admin);

        var rows = await BringBackAsync(town, admin, await ReworkedAsync(file, (_, _, cell) => cell));

        rows.Tally.Rows.ShouldBe(3);
        rows.Rows.ShouldBeEmpty("every row is the same, so there is nothing to look at");
    }

    [Fact]
    public async Task Cells_changed_in_the_file_are_taken_and_those_changed_on_both_sides_are_shown_three_ways()
    {
        var (town, runner, admin) = await StartAsync();
        var file = await ExportAsync(runner, admin);
        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            Describe(await db.Dealers.SingleAsync(d => d.Id == town.First.Id), d => d with { Address = "库内新地址" });
            return true;
        });

        var (rows, _) = await BringBackAsync(town, admin, await ReworkedAsync(file, (code, field, cell) => (code, field) switch
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

    private async Task<(Town Town, ExportRunner Runner, Member Admin)> StartAsync()
    {
        var town = await platform.BuildAsync();
        return (town, new(platform, town), await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
    }

    private static async Task<MemoryStream> ExportAsync(ExportRunner runner, Member admin)
    {
        var job = (await runner.OrderAsync(admin, ExportRunner.Wanted("dealers", columns: Everything))).Value;
        (await runner.WriteAsync(job)).ShouldBeTrue();
        return await runner.FileAsync(job);
    }

    // What a person does in their spreadsheet: cells are changed, columns, order and the hidden one stay.
    private static async Task<MemoryStream> ReworkedAsync(MemoryStream exported, Func<string, string, string, string> change)
    {
        await using var reader = await TableFile.OpenAsync(exported, TableLimits.Default, null, default);
        var saved = new MemoryStream();
        await using (var writer = await WorkbookWriter.CreateAsync(saved, new WorkbookFacts("x", "x", DateTimeOffset.UnixEpoch), default))
        {
            await writer.BeginSheetAsync(new SheetLayout("经销商", [.. reader.Columns.Select(c => new ColumnLayout(c.Name, ColumnKind.Identifier))]), default);
            await foreach (var row in reader.RowsAsync(default))
            {
                for (var c = 0; c < reader.Columns.Count; c++)
                {
                    writer.Write(c < Everything.Length ? change(row[0].Text, Everything[c], row[c].Text) : row[c].Text);
                }

                await writer.EndRowAsync(default);
            }

            await writer.FinishAsync(default);
        }

        saved.Position = 0;
        return saved;
    }

    private async Task<(IReadOnlyList<ImportedRow> Rows, ImportTally Tally)> BringBackAsync(Town town, Member admin, MemoryStream file)
    {
        await using var person = await Visitor.OfAsync(platform, admin);
        var ordered = await person.Get<OrderImport>().RunAsync("dealers", file, "dealers.xlsx", default);
        ordered.IsOk.ShouldBeTrue(ordered.Refusal?.Code);
        var run = ordered.Value;
        var columns = await platform.InTenantAsync(town.Tenant.Id, async db => (await db.ImportRuns.SingleAsync(r => r.Id == run)).Columns);
        (await person.Get<CheckImport>().RunAsync(run, columns, new(town.Brand.Id, ImportMode.Upsert, false, true), null, default)).IsOk.ShouldBeTrue();
        await platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "import", async (services, ct) => (await services.GetRequiredService<RunImport>().RunAsync(run, Ids.New(platform.Now), ct)).ShouldBeTrue(), default);
        var ledger = person.Get<ImportKinds>().Find("dealers")!.Ledger;
        return ((await ledger.RowsAsync(run, isPreview: true, PageRequest.First(50), default)).Rows, await ledger.TallyAsync(run, isPreview: true, default));
    }
}
