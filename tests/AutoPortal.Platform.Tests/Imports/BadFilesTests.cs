using System.IO.Compression;
using System.Text;
using AutoPortal.Platform.Domain;

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
        await using var file = await FileRun.BeginAsync(platform);

        var refusal = await file.OrderAsync(new MemoryStream(content), "dealers.xlsx");

        (refusal?.Code ?? await ReadAsync(file)).ShouldBe(code);
        (await file.CodesAsync()).ShouldBe(["D1", "D2", "D3"]);
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_refused_without_being_read_to_its_end()
    {
        await using var file = await FileRun.BeginAsync(platform);
        await using var sparse = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        sparse.SetLength(1L << 30);

        (await file.OrderAsync(sparse))!.Code.ShouldBe("import.file_is_too_large");

        sparse.Position.ShouldBeLessThan(110L * 1024 * 1024);
    }

    [Fact]
    public async Task Two_columns_of_one_name_are_told_apart_or_refused_before_anything_is_read()
    {
        await using var file = await FileRun.BeginAsync(platform);

        var refusal = await file.OrderAsync(FileRun.Text(["经销商代码,城市,城市,类型,经销商名称", "N1,上海,北京,4S店,第一店"]));

        (refusal is null || refusal.Code.StartsWith("kernel.table_", StringComparison.Ordinal)).ShouldBeTrue();
        (refusal is null ? (await file.StateAsync()).Columns.Count(c => c == "city") : 0).ShouldBeLessThan(2);
    }

    [Fact]
    public async Task A_file_without_its_key_column_is_asked_about()
    {
        await using var file = await FileRun.BeginAsync(platform);
        await file.OrderAsync(FileRun.Text(["经销商名称,城市", "第一店,上海"]));

        (await file.CheckAsync())!.Code.ShouldBe("import.columns_are_missing");
    }

    [Fact]
    public async Task Merged_and_hidden_cells_days_of_both_calendars_and_wrong_types_are_read_or_said()
    {
        await using var file = await FileRun.BeginAsync(platform);
        var book = Book(
            "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>N2</t></is></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"D3\"><v>44927</v></c><c r=\"E3\" t=\"e\"><v>#N/A</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A2:A2\"/><mergeCell ref=\"C2:D2\"/></mergeCells>", starts1904: true);

        (await file.OrderAsync(new MemoryStream(book), "dealers.xlsx")).ShouldBeNull();
        await file.CheckAsync(appliesAtOnce: true);
        await file.WorkAsync();

        var tally = await file.TallyAsync();
        (await file.StateAsync()).State.ShouldBe(ImportState.Applied);
        tally.Rows.ShouldBe(2);
        (await file.CodesAsync()).ShouldContain("N1");
    }

    private static async Task<string> ReadAsync(FileRun file)
    {
        await file.CheckAsync(appliesAtOnce: true);
        await file.WorkAsync();
        var run = await file.StateAsync();
        run.State.ShouldBe(ImportState.Failed);
        return run.FaultCode!;
    }

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
