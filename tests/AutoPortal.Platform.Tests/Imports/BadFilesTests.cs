using System.IO.Compression;
using System.Text;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Imports;

/// <summary>What people and attackers send through the whole engine: a clear refusal, nothing half taken in.</summary>
public sealed class BadFilesTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Head = "经销商代码,经销商名称,省份,城市,类型";
    private const string Row = "N1,第一店,上海,上海,4S店";
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "kernel.table_empty", [] },
        { "kernel.table_unpacks_too_large", Book(new string(' ', 40_000_000)) },
        { "kernel.table_too_many_columns", Book($"<row r=\"3\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_385))}</row>") },
        { "kernel.table_too_many_columns", Encoding.UTF8.GetBytes(Head + new string(',', 16_385)) },
        { "kernel.table_forbidden_markup", Book("", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>") },
        { "kernel.table_password", [.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]] },
        { "kernel.table_old_excel", [.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("Workbook"), .. new byte[100]] },
        { "kernel.table_damaged", Book("")[..^150] },
        { "kernel.table_damaged", Book("<row r=\"4\"><c r=\"A4\"><v>1</v>") },
        { "kernel.table_unknown_type", "%PDF-1.7"u8.ToArray() },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_is_refused_when_it_comes_or_when_it_is_read_and_nothing_is_taken_in(string code, byte[] content)
    {
        await using var clerk = await Clerk.HireAsync(platform);

        var ordered = await OrderAsync(clerk, new MemoryStream(content));

        (ordered.IsOk ? await FaultAsync(clerk, ordered.Value) : ordered.Refusal.Code).ShouldBe(code);
        (await CodesAsync(clerk)).ShouldBe(["D1", "D2", "D3"]);
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_refused_without_being_read_to_its_end()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var sparse = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        sparse.SetLength(1L << 30);

        (await OrderAsync(clerk, sparse)).Refusal!.Code.ShouldBe("import.file_is_too_large");

        sparse.Position.ShouldBeLessThan(110L * 1024 * 1024);
    }

    [Fact]
    public async Task Two_columns_of_one_name_are_never_read_into_one_field()
    {
        await using var clerk = await Clerk.HireAsync(platform);

        var ordered = await OrderAsync(clerk, new MemoryStream(Encoding.UTF8.GetBytes("经销商代码,城市,城市,类型,经销商名称\nN1,上海,北京,4S店,第一店")));

        (ordered.IsOk ? (await clerk.ViewAsync(ordered.Value)).Run.Columns.Count(c => c == "city") : 0).ShouldBeLessThan(2);
        (ordered.Refusal?.Code ?? "kernel.table_duplicate_header").ShouldBe("kernel.table_duplicate_header");
    }

    [Fact]
    public async Task Merged_and_hidden_cells_days_of_both_calendars_and_wrong_types_are_read_or_said()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var book = Book(
            "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>N2</t></is></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"D3\"><v>44927</v></c><c r=\"E3\" t=\"e\"><v>#N/A</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"C2:D2\"/></mergeCells>", starts1904: true);
        var run = (await OrderAsync(clerk, new MemoryStream(book))).Value;
        (await clerk.CheckAsync(run)).IsOk.ShouldBeTrue();
        await clerk.WorkAsync(run);
        (await clerk.Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();

        await clerk.WorkAsync(run);

        var view = await clerk.ViewAsync(run);
        (view.Run.State, view.Written.Rows).ShouldBe((ImportState.Applied, 2));
        (await CodesAsync(clerk)).ShouldContain("N1");
    }

    private static Task<Outcome<Guid>> OrderAsync(Clerk clerk, Stream content) => clerk.Visitor.Get<OrderImport>().RunAsync("dealers", content, "dealers.xlsx", default);

    private static async Task<string> FaultAsync(Clerk clerk, Guid run)
    {
        (await clerk.CheckAsync(run)).IsOk.ShouldBeTrue();
        await clerk.WorkAsync(run);
        var view = await clerk.ViewAsync(run);
        view.Run.State.ShouldBe(ImportState.Failed);
        return view.Run.FaultCode!;
    }

    private Task<List<string>> CodesAsync(Clerk clerk) => platform.InTenantAsync(clerk.Town.Tenant.Id, db => db.Dealers.Select(d => d.Code).OrderBy(c => c).ToListAsync());

    private static byte[] Book(string rows, string prologue = "", string after = "", bool starts1904 = false)
    {
        const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook {Space} xmlns:r=\"r\"><workbookPr date1904=\"{(starts1904 ? 1 : 0)}\"/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{prologue}<worksheet {Space}><sheetData>{Line(1, Head)}{Line(2, Row)}{rows}</sheetData>{after}</worksheet>");

            void Part(string name, string content)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static string Line(int number, string cells)
        => $"<row r=\"{number}\">{string.Concat(cells.Split(',').Select((text, column) => $"<c r=\"{(char)('A' + column)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";
}
