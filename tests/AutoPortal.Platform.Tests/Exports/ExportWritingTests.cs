using AutoPortal.Kernel;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>What stands in the file, and what becomes of one whose node dies.</summary>
public sealed class ExportWritingTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_file_holds_what_the_list_shows_its_orderer_in_their_order_and_columns()
    {
        var (town, runner) = await StartAsync();
        var region = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);

        var rows = await runner.TakeAsync(region, ExportRunner.Wanted("dealers", columns: ["code", "region", "city"], query: new(null, 20, "code", true, null, new Dictionary<string, string>())));

        rows.Select(r => r[..3]).ShouldBe([["D2", "北区", "上海"], ["D1", "北区", "上海"]], "the far dealer is out of reach, and the order runs down");
    }

    [Fact]
    public async Task A_person_who_left_gets_no_file_and_one_who_moved_gets_what_both_reaches_share()
    {
        var (town, runner) = await StartAsync();
        var region = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);
        var job = (await runner.OrderAsync(region, ExportRunner.Wanted("dealers", columns: ["code"]))).Value;

        await platform.InTenantAsync(town.Tenant.Id, async db => (await db.Dealers.Include(d => d.Placements).SingleAsync(d => d.Id == town.Direct.Id)).Place(Ids.New(platform.Now), town.South.Id, null, town.Today, town.Today));
        platform.Get<Directories.OrganisationMemory>().Forget(town.Tenant.Id);
        await runner.WriteAsync(job);
        (await ExportRunner.RowsAsync(await runner.FileAsync(job))).Select(r => r[0]).ShouldBe(["D1"]);

        await platform.InTenantAsync(town.Tenant.Id, async db => (await db.Memberships.SingleAsync(m => m.Id == region.MembershipId)).Lock(Guid.Empty));
        (await platform.Get<ExportScopes>().OfAsync(town.Tenant.Id, await runner.ReadAsync(job), default)).ShouldBeNull();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task No_cell_is_run_as_a_formula_and_digits_stay_digits(bool csv)
    {
        var (town, runner) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(admin, ExportRunner.Wanted("danger", columns: ["text", "phone", "vin"], csv: csv))).Value;

        await runner.WriteAsync(job);

        var file = await runner.FileAsync(job);
        if (csv)
        {
            var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
            text[0].ShouldBe('\uFEFF');
            foreach (var words in DangerExport.Corpus.Where(w => w[0] is '=' or '+' or '-' or '@' or '\t' or '\r'))
            {
                text.ShouldContain("'" + words.Replace("\"", "\"\"", StringComparison.Ordinal), Case.Sensitive, "the apostrophe makes words of it");
            }
        }
        else
        {
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file.ToArray()));
            using var sheet = new StreamReader(zip.Entries.First(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
            (await sheet.ReadToEndAsync()).ShouldNotContain("<f>");
        }

        var rows = await ExportRunner.RowsAsync(file);
        rows.Select(r => r[1]).Distinct().ShouldBe(["13800001111"]);
        rows.Select(r => r[2]).Distinct().ShouldBe(["012345678901234567"]);
        rows.Select(r => r[0].Trim()).ShouldBe(DangerExport.Corpus.Select(c => c.Trim()), "the words themselves are not lost");
    }

    [Fact]
    public async Task Who_when_and_why_stand_on_every_page_and_on_a_sheet_of_their_own()
    {
        var (town, runner) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(admin, ExportRunner.Crowd(3, "核对试驾名单"))).Value;

        await runner.WriteAsync(job);

        var file = await runner.FileAsync(job);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file.ToArray()));
        using var sheet = new StreamReader(zip.Entries.First(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        (await sheet.ReadToEndAsync()).ShouldSatisfyAllConditions(
            xml => xml.ShouldContain("核对试驾名单"),
            xml => xml.ShouldContain("测试员"),
            xml => xml.ShouldContain("autoFilter"),
            xml => xml.ShouldContain("frozen"));
        (await ExportRunner.RowsAsync(file, new TableChoice("说明", 1))).SelectMany(r => r).ShouldContain(words => words.Contains("核对试驾名单"));
    }

    [Fact]
    public async Task More_rows_than_a_sheet_takes_go_on_the_next_one()
    {
        var (town, runner) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = await runner.ReadAsync((await runner.OrderAsync(admin, ExportRunner.Crowd(25))).Value);
        await using var person = await Visitor.OfAsync(platform, admin);
        var list = person.Get<ExportLists>().Find("crowd")!;
        using var file = new MemoryStream();

        await person.Get<ExportFile>().WriteAsync(job, list, list.RowsAsync(job.OrderOf(null), default), file, 11, default);

        file.Position = 0;
        await using var reader = await TableFile.OpenAsync(file, TableLimits.Default, null, default);
        var sheets = reader.Shape.Sheets.Select(s => s.Name).ToList();
        sheets.Count.ShouldBe(4, "three of rows and the notes");
        var rows = new List<string[]>();
        foreach (var sheet in sheets.Take(3))
        {
            file.Position = 0;
            rows.AddRange(await ExportRunner.RowsAsync(file, new TableChoice(sheet, 1)));
        }

        rows.Select(r => r[0]).ShouldBe(Enumerable.Range(1, 25).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_list_that_grew_beyond_the_cap_while_it_waited_is_held_back()
    {
        var (town, runner) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(admin, ExportRunner.Crowd(1_000))).Value;

        CrowdExport.Late = 1;
        try
        {
            await runner.WriteAsync(job);
        }
        finally
        {
            CrowdExport.Late = 0;
        }

        (await runner.ReadAsync(job)).ShouldSatisfyAllConditions(j => j.State.ShouldBe(ExportState.WaitingApproval), j => j.FileSha256.ShouldBeNull());
    }

    [Fact]
    public async Task What_a_killed_node_had_begun_is_written_anew_by_another_and_whose_data_it_was_is_kept_once()
    {
        var (town, runner) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(admin, ExportRunner.Crowd(900))).Value;
        var killed = Ids.New(platform.Now);
        await LeaseAsync(town, lease => lease.TakeAsync(job, killed, default));

        (await runner.WriteAsync(job)).ShouldBeFalse("the lease is still believed");
        await platform.InTenantAsync(town.Tenant.Id, db => db.ExportJobs.Where(j => j.Id == job).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, platform.Now.GetUtcNow().AddSeconds(-1))));
        (await runner.WriteAsync(job)).ShouldBeTrue();

        var done = await runner.ReadAsync(job);
        (done.State, done.RowCount).ShouldBe((ExportState.Ready, 900));
        (await ExportRunner.RowsAsync(await runner.FileAsync(job))).Count.ShouldBe(900);
        (await platform.InTenantAsync(town.Tenant.Id, db => db.ExportSubjects.Where(s => s.JobId == job).ToListAsync())).SelectMany(s => s.RowIds).Distinct().Count().ShouldBe(900);
        await Should.ThrowAsync<ExportLeaseLostException>(() => LeaseAsync(town, async lease =>
        {
            await lease.RenewAsync(done, killed, 1, default);
            return done;
        }));
    }

    [Fact]
    public async Task An_export_that_is_called_off_while_it_is_written_leaves_no_file()
    {
        var (town, runner) = await StartAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(admin, ExportRunner.Crowd(10))).Value;
        var worker = Ids.New(platform.Now);
        var taken = await LeaseAsync(town, lease => lease.TakeAsync(job, worker, default));
        await using var person = await Visitor.OfAsync(platform, admin);

        (await person.Get<CancelExport>().RunAsync(job, default)).IsOk.ShouldBeTrue();

        await Should.ThrowAsync<ExportLeaseLostException>(() => LeaseAsync(town, async lease =>
        {
            await lease.RenewAsync(taken!, worker, 1, default);
            return taken;
        }));
        (await runner.WriteAsync(job)).ShouldBeFalse();
        (await runner.ReadAsync(job)).FileSha256.ShouldBeNull();
    }

    private async Task<(Town Town, ExportRunner Runner)> StartAsync()
    {
        var town = await platform.BuildAsync();
        return (town, new(platform, town));
    }

    private async Task<ExportJob?> LeaseAsync(Town town, Func<ExportLease, Task<ExportJob?>> work)
    {
        ExportJob? job = null;
        await platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "test", async (services, _) => job = await work(services.GetRequiredService<ExportLease>()), default);
        return job;
    }
}
