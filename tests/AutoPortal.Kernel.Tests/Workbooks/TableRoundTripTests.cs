using AutoPortal.Kernel.Workbooks;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Kernel.Tests.Workbooks;

public sealed class TableRoundTripTests
{
    private static readonly WorkbookFacts Facts = new("t", "c", new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero));
    private static readonly string[] Awkward = ["=1+1", "'=x", "''-", "+86", "@a", "\tb", " a ", "a\nb", "a\r\nb", "<&>\"'", "_x000D_", "_x005F_x000D_", "0123", "中文😀", "=\"0123\"", "a,b;c", "\"", "TRUE"];

    [Fact]
    public void Every_table_written_to_a_workbook_is_read_back_the_same()
    {
        Prop.ForAll(Arb.From(Tables()), table => Same(table, WorkbookAsync(table).GetAwaiter().GetResult(), Cleaned)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_table_written_to_a_CSV_is_read_back_the_same()
    {
        Prop.ForAll(Arb.From(Tables()), table => Same(table, CsvAsync(table).GetAwaiter().GetResult(), text => text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Numbers_days_and_truths_come_back_as_what_they_are()
    {
        var file = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(file, Facts, default))
        {
            await book.BeginSheetAsync(new SheetLayout("数据", [new("a"), new("b"), new("c"), new("d"), new("e"), new("f", ColumnKind.Identifier), new("g")]), default);
            book.Write(123L);
            book.Write(-1.25m);
            book.Write(new DateOnly(2026, 11, 26));
            book.Write(new DateTime(2026, 11, 26, 23, 59, 59, DateTimeKind.Unspecified));
            book.Write(true);
            book.Write(13812345678L);
            book.Write(1234567890123456789L);
            await book.EndRowAsync(default);
            await book.FinishAsync(default);
        }

        var row = (await ReadTable.AllAsync(file)).Rows.ShouldHaveSingleItem();

        row.Texts().ShouldBe(["123", "-1.25", "2026-11-26", "2026-11-26 23:59:59", "TRUE", "13812345678", "1234567890123456789"]);
        Enumerable.Range(0, 7).Select(c => row[c].Kind).ShouldBe([CellKind.Number, CellKind.Number, CellKind.Date, CellKind.Date, CellKind.Bool, CellKind.Text, CellKind.Text]);
    }

    private static Gen<string[][]> Tables()
    {
        var letters = Gen.OneOf(Gen.Choose(0x20, 0x7E), Gen.Choose(0x4E00, 0x9FA5), Gen.Choose(1, 0xFFFF)).Where(c => c is not (>= 0xD800 and <= 0xDFFF) and not 0xFEFF).Select(c => (char)c);
        var words = Gen.OneOf(letters.ArrayOf().Select(c => new string(c)), Gen.Elements(Awkward));
        return Gen.Choose(2, 6).SelectMany(width => words.ArrayOf(width).NonEmptyListOf()).Select(rows => rows.ToArray());
    }

    private static bool Same(string[][] written, List<TableRow> read, Func<string, string> cleaned)
    {
        var expected = written.Select(row => row.Select(cleaned).ToArray()).Where(row => row.Any(text => text.Length > 0)).ToList();
        return expected.Count == read.Count && expected.Zip(read).All(pair => pair.First.Select((text, column) => pair.Second[column].Text == text).All(same => same));
    }

    // What XML cannot hold is dropped on writing.
    private static string Cleaned(string text) => string.Concat(text.Where(c => c is >= ' ' or '\t' or '\n' or '\r' && c is not ('\uFFFE' or '\uFFFF')));

    private static async Task<List<TableRow>> WorkbookAsync(string[][] table)
    {
        var file = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(file, Facts, default))
        {
            await book.BeginSheetAsync(new SheetLayout("数据", Columns(table)), default);
            await FillAsync(book, table);
        }

        return (await ReadTable.AllAsync(file)).Rows;
    }

    private static async Task<List<TableRow>> CsvAsync(string[][] table)
    {
        var file = new MemoryStream();
        await using (var csv = await CsvTableWriter.CreateAsync(file, Columns(table), default))
        {
            await FillAsync(csv, table);
        }

        return (await ReadTable.AllAsync(file)).Rows;
    }

    private static async Task FillAsync(ITableWriter writer, string[][] table)
    {
        foreach (var row in table)
        {
            foreach (var text in row)
            {
                writer.Write(text);
            }

            await writer.EndRowAsync(default);
        }

        await writer.FinishAsync(default);
    }

    private static ColumnLayout[] Columns(string[][] table) => [.. Enumerable.Range(0, table[0].Length).Select(n => new ColumnLayout($"列{n}", n == 0 ? ColumnKind.Identifier : ColumnKind.General))];
}
