using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AutoPortal.Testing.Imports;
using Microsoft.Playwright;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>The first day of a manufacturer: its administrator brings the dealers, its operator the blocklist and the leads, and every row counts as it must.</summary>
[Collection(nameof(Portal))]
public sealed class ANewTenantBringsItsFilesIn(Portal portal)
{
    private const string Tenant = "firstday";

    [Fact]
    public async Task The_files_count_to_what_is_expected_come_again_unchanged_are_mended_and_taken_back()
    {
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(SampleFiles.PathOf("expected.json")))!;
        var (admin, password) = await portal.FoundAsync(Tenant);
        await using var _ = admin;
        await admin.BringAsync("dealers", "dealers.xlsx", await ReadAsync("dealers.xlsx"));
        await admin.Page.WriteAsync();
        (await admin.Page.FiguresAsync("outcome"))["created"].ShouldBe(expected["dealers"]!.GetValue<int>());
        admin.Done();

        await using var clerk = await Visitor.AtDeskAsync(portal.Url);
        await clerk.SignInAsync(NewTenant.OperatorOf(Tenant), password);
        await clerk.BringAsync("blocklist", "blocklist.csv", await ReadAsync("blocklist.csv"));
        await clerk.Page.WriteAsync();
        (await clerk.Page.FiguresAsync("outcome"))["created"].ShouldBe(expected["blocklist"]!.GetValue<int>());

        var run = await clerk.BringAsync("leads", "leads.xlsx", await ReadAsync("leads.xlsx"));
        await CountsAsync(clerk.Page, expected["leads"]!);
        await LookAsync(clerk, "firstday-checked");
        await clerk.Page.WriteAsync();
        await CountsAsync(clerk.Page, expected["leads"]!);
        await LookAsync(clerk, "firstday-written");

        await ComesAgainUnchangedAsync(clerk, expected["leads"]!);
        await MendOneAsync(clerk, run);
        await TakeBackAsync(clerk, run, expected["leads"]!);
        clerk.Done();
    }

    private static async Task CountsAsync(IPage page, JsonNode expected)
    {
        (await page.FiguresAsync("result")).ShouldBe(Counts(expected["results"]!), ignoreOrder: true);
        (await page.FiguresAsync("facet")).ShouldBe(Counts(expected["levels_of_accepted"]!), ignoreOrder: true);
    }

    // The same file tells the same, and that nothing of it is new.
    private static async Task ComesAgainUnchangedAsync(Visitor clerk, JsonNode expected)
    {
        await clerk.BringAsync("leads", "leads-again.xlsx", await ReadAsync("leads.xlsx"));
        await CountsAsync(clerk.Page, expected);
        var figures = await clerk.Page.FiguresAsync("outcome");
        (figures["unchanged"], figures["created"], figures["refused"]).ShouldBe((expected["rows"]!.GetValue<int>(), 0, 0));
        (await clerk.Page.IsDisabledAsync("main button.primary:has-text('写入')")).ShouldBeTrue();
        await LookAsync(clerk, "firstday-again");
    }

    private static async Task MendOneAsync(Visitor clerk, string run)
    {
        await clerk.Page.GotoAsync(run);
        await clerk.InteractiveAsync();
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.ClickAsync("main a:has-text('下载 467 行错误')"));
        download.SuggestedFilename.ShouldBe("leads-未导入的行.xlsx");
        await clerk.BringAsync("leads", download.SuggestedFilename, await MendAsync(await download.PathAsync()));
        var figures = await clerk.Page.FiguresAsync("outcome");
        (figures["created"], figures["refused"], figures["unchanged"]).ShouldBe((1, 0, 466));
        await clerk.Page.WriteAsync();
        await LookAsync(clerk, "firstday-mended");
    }

    private async Task TakeBackAsync(Visitor clerk, string run, JsonNode expected)
    {
        var (page, before) = (clerk.Page, await LeadsAsync());
        before.ShouldBe(expected["results"]!["accepted"]!.GetValue<int>() + 468);
        await page.GotoAsync(run);
        await clerk.InteractiveAsync();
        await page.ClickAsync("main button:has-text('撤销整次导入')");
        await page.ClickAsync("[role=dialog] button.solid");
        await page.WaitForSelectorAsync("text=条记录恢复到导入前", new() { Timeout = 60_000 });
        await LookAsync(clerk, "firstday-undone");
        (await LeadsAsync()).ShouldBe(1);

        await page.GotoAsync("/app/imports");
        await clerk.InteractiveAsync();
        await page.WaitForSelectorAsync("tr:has-text('leads.xlsx') >> text=已撤销");
        await LookAsync(clerk, "firstday-history");
    }

    // In its cell, as Excel would leave it: the marks and the reasons stay.
    private static async Task<byte[]> MendAsync(string path)
    {
        const string Sheet = "xl/worksheets/sheet1.xml";
        using var book = new MemoryStream();
        await book.WriteAsync(await File.ReadAllBytesAsync(path));
        using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var reader = new StreamReader(zip.GetEntry(Sheet)!.Open());
            var xml = await reader.ReadToEndAsync();
            reader.Dispose();
            zip.GetEntry(Sheet)!.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry(Sheet).Open(), new UTF8Encoding(false));
            await writer.WriteAsync(new Regex(">1380013800<", RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(xml, ">13999990001<", 1));
        }

        return book.ToArray();
    }

    private static Dictionary<string, int> Counts(JsonNode node) => node.AsObject().ToDictionary(c => c.Key, c => c.Value!.GetValue<int>());

    private static Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(SampleFiles.PathOf(name));

    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.PictureAsync(name);
        (await visitor.SeriousFindingsAsync()).ShouldBeEmpty();
    }

    private async Task<long> LeadsAsync()
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand($"select count(*) from leads.leads l join platform_shared.tenants t on t.id = l.tenant_id where t.identifier = '{Tenant}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
