using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Tests.Workbooks;

public sealed class WorkbookWritingTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly WorkbookFacts Facts = new("线索 <导出>", "李明", new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero)) { Watermark = "李明 & 2026-11-26" };

    // The schema's order; Excel calls a sheet broken that has another.
    private static readonly string[] Order = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells", "dataValidations", "pageMargins", "headerFooter", "legacyDrawing"];

    [Fact]
    public async Task A_sheet_with_everything_has_its_elements_in_the_order_that_Excel_insists_on()
    {
        using var zip = await FullAsync();

        var sheet = Part(zip, "xl/worksheets/sheet1.xml");

        sheet.Elements().Select(e => e.Name.LocalName).ShouldBe(Order.Where(o => o is not ("sheetPr" or "dimension" or "mergeCells")));
    }

    [Fact]
    public async Task Every_part_has_its_type_and_every_relation_its_part()
    {
        using var zip = await FullAsync();
        var types = Part(zip, "[Content_Types].xml");
        var named = types.Elements().Select(e => (string?)e.Attribute("PartName")).OfType<string>().Select(n => n.TrimStart('/')).ToList();
        var endings = types.Elements().Select(e => (string?)e.Attribute("Extension")).OfType<string>().ToList();

        named.Except(zip.Entries.Select(e => e.FullName)).ShouldBeEmpty();
        zip.Entries.Where(e => !named.Contains(e.FullName) && !endings.Contains(Path.GetExtension(e.FullName).TrimStart('.'))).ShouldBeEmpty();
        foreach (var relations in zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            var folder = Path.GetDirectoryName(Path.GetDirectoryName(relations.FullName)!)!;
            Part(zip, relations.FullName).Elements().Select(r => Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, r.Attribute("Target")!.Value))))
                .Where(target => zip.GetEntry(target) is null).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_drop_down_names_a_list_on_a_hidden_sheet()
    {
        using var zip = await FullAsync();

        var validation = Part(zip, "xl/worksheets/sheet1.xml").Descendants(Main + "dataValidation").ShouldHaveSingleItem();
        var sheets = Part(zip, "xl/workbook.xml").Descendants(Main + "sheet").ToList();

        validation.Attribute("sqref")!.Value.ShouldBe("B3:B1048576");
        validation.Value.ShouldBe("'lists'!$A$1:$A$2");
        sheets.Select(s => ((string)s.Attribute("name")!, (string?)s.Attribute("state"))).ShouldBe([("线索", null), ("说明", null), ("lists", "hidden")]);
        Part(zip, "xl/worksheets/sheet3.xml").Descendants(Main + "t").Select(t => t.Value).ShouldBe(["H", "A"]);
    }

    [Fact]
    public async Task A_mark_is_red_with_its_reason_and_a_formula_stays_a_text()
    {
        using var zip = await FullAsync();

        var cells = Part(zip, "xl/worksheets/sheet1.xml").Descendants(Main + "c").ToDictionary(c => c.Attribute("r")!.Value, StringComparer.Ordinal);
        var comment = Part(zip, "xl/comments1.xml").Descendants(Main + "comment").ShouldHaveSingleItem();
        var styles = Part(zip, "xl/styles.xml").Element(Main + "cellXfs")!.Elements().ToList();

        comment.Attribute("ref")!.Value.ShouldBe("A3");
        comment.Value.ShouldBe("号码 <不对>");
        styles[int.Parse(cells["A3"].Attribute("s")!.Value)].Attribute("fillId")!.Value.ShouldBe("3");
        cells["C3"].Attribute("t")!.Value.ShouldBe("inlineStr");
        cells["C3"].Value.ShouldBe("=HYPERLINK(\"http://x\")");
        styles[int.Parse(cells["C3"].Attribute("s")!.Value)].Attribute("quotePrefix")!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task Header_keys_watermark_and_facts_are_where_a_person_or_Excel_looks_for_them()
    {
        using var zip = await FullAsync();

        var sheet = Part(zip, "xl/worksheets/sheet1.xml");

        sheet.Descendants(Main + "pane").Single().Attribute("ySplit")!.Value.ShouldBe("2");
        sheet.Element(Main + "autoFilter")!.Attribute("ref")!.Value.ShouldBe("A2:D3");
        sheet.Descendants(Main + "oddFooter").Single().Value.ShouldBe("&C李明 && 2026-11-26");
        sheet.Descendants(Main + "col").Select(c => (string?)c.Attribute("hidden")).ShouldBe([null, null, null, "1"]);
        Part(zip, "docProps/core.xml").Value.ShouldStartWith("线索 <导出>李明");
    }

    [Fact]
    public async Task A_full_sheet_goes_on_with_the_same_header_on_the_next_and_an_exactly_full_one_does_not()
    {
        (await SplitAsync(rows: 9)).ShouldBe(["数据:1-4", "数据 (2):5-8", "数据 (3):9-9"]);
        (await SplitAsync(rows: 8)).ShouldBe(["数据:1-4", "数据 (2):5-8"]);
    }

    [Fact]
    public async Task Names_that_Excel_refuses_are_mended()
    {
        var file = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(file, Facts, default))
        {
            foreach (var name in new[] { "a/b:c", "", new string('长', 40), new string('长', 40), "A B C" })
            {
                await book.BeginSheetAsync(new SheetLayout(name, [new("x")]), default);
            }

            await book.FinishAsync(default);
        }

        await using var reader = await TableFile.OpenAsync(file, TableLimits.Default, null, default);

        reader.Sheets.Select(s => s.Name).ShouldBe(["a b c", "Sheet", new string('长', 31), new string('长', 27) + " (2)", "A B C (2)"]);
    }

    [Fact]
    public async Task A_CSV_opens_rightly_in_Excel_and_runs_nothing()
    {
        var file = new MemoryStream();
        await using (var csv = await CsvTableWriter.CreateAsync(file, [new("姓名"), new("电话", ColumnKind.Identifier), new("金额", ColumnKind.Money), new("备注")], default))
        {
            csv.Write("张\"三\"");
            csv.Write("013812345678");
            csv.Write(-12.5m);
            csv.Write("=cmd|' /C calc'!A0");
            await csv.EndRowAsync(default);
            await csv.FinishAsync(default);
        }

        Encoding.UTF8.GetString(file.ToArray()).ShouldBe("\uFEFF姓名,电话,金额,备注\r\n\"张\"\"三\"\"\",\"=\"\"013812345678\"\"\",-12.5,'=cmd|' /C calc'!A0\r\n");
    }

    private static async Task<List<string>> SplitAsync(int rows)
    {
        var file = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(file, Facts, default))
        {
            await book.BeginSheetAsync(new SheetLayout("数据", [new("号")]) { MaxRows = 5 }, default);
            for (var row = 1; row <= rows; row++)
            {
                book.Write(row);
                await book.EndRowAsync(default);
            }

            await book.FinishAsync(default);
        }

        await using var reader = await TableFile.OpenAsync(file, TableLimits.Default, null, default);
        var seen = new List<string>();
        foreach (var sheet in reader.Sheets)
        {
            var (part, read) = await ReadTable.AllAsync(file, new TableChoice(sheet.Name));
            part.Columns.ShouldHaveSingleItem().Name.ShouldBe("号");
            seen.Add($"{sheet.Name}:{read[0][0].Text}-{read[^1][0].Text}");
        }

        return seen;
    }

    private static async Task<ZipArchive> FullAsync()
    {
        var file = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(file, Facts, default))
        {
            var columns = new ColumnLayout[] { new("电话", ColumnKind.Identifier), new("等级") { Choices = ["H", "A"] }, new("备注"), new("_key") { IsHidden = true } };
            await book.BeginSheetAsync(new SheetLayout("线索", columns) { Note = "李明 2026-11-26 导出" }, default);
            book.Mark("号码 <不对>");
            book.Write("1381234");
            book.Write("H");
            book.Write("=HYPERLINK(\"http://x\")");
            await book.EndRowAsync(default);
            await book.AddNotesAsync("说明", ["第一行", "第二行"], default);
            await book.FinishAsync(default);
        }

        file.Position = 0;
        return new ZipArchive(file, ZipArchiveMode.Read);
    }

    private static XElement Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
