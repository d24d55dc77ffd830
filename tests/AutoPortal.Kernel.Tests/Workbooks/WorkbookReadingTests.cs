using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Tests.Workbooks;

public sealed class WorkbookReadingTests
{
    private static readonly string Header = MakeBook.Row(1, "姓名", "电话");

    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData("1.3812345678E10", "13812345678")]
    [InlineData("1.3812345678e+10", "13812345678")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("-0.99999999999999999", "-1")]
    [InlineData("99999999999999.996", "100000000000000")]
    [InlineData("6.2220212345678899E+18", "6222021234567889900")]
    [InlineData("0E99999999999", "0")]
    public async Task A_number_reads_in_digits_as_a_person_writes_it(string written, string read)
    {
        var (_, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(Header + $"<row r=\"2\"><c r=\"B2\"><v>{written}</v></c></row>"));

        rows[0][1].Kind.ShouldBe(CellKind.Number);
        rows[0][1].Text.ShouldBe(read);
    }

    [Theory]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("46352", false, "2026-11-26")]
    [InlineData("46352.395833333336", false, "2026-11-26 09:30:00")]
    [InlineData("0.5", false, "12:00:00")]
    [InlineData("0", true, "1904-01-01")]
    [InlineData("44890", true, "2026-11-26")]
    public async Task A_day_is_counted_from_1900_with_its_false_leap_day_or_from_1904(string number, bool starts1904, string day)
    {
        var file = MakeBook.OneSheet(Header + $"<row r=\"2\"><c r=\"A2\" s=\"1\"><v>{number}</v></c></row>", styles: MakeBook.Styles("yyyy-mm-dd"), starts1904: starts1904);

        var (_, rows) = await ReadTable.AllAsync(file);

        rows[0][0].Kind.ShouldBe(CellKind.Date);
        rows[0][0].Text.ShouldBe(day);
    }

    [Fact]
    public async Task The_29th_of_February_1900_is_an_error()
    {
        var (_, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(Header + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>60</v></c></row>", styles: MakeBook.Styles("yyyy-mm-dd")));

        rows[0][0].Kind.ShouldBe(CellKind.Error);
    }

    [Theory]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", CellKind.Date)]
    [InlineData("[$-804]h:mm AM/PM", CellKind.Date)]
    [InlineData("[Red]0.00", CellKind.Number)]
    [InlineData("#,##0\\d", CellKind.Number)]
    [InlineData("General&quot;days&quot;", CellKind.Number)]
    [InlineData("[h]:mm", CellKind.Number)]
    [InlineData("@", CellKind.Number)]
    public async Task Only_a_format_that_shows_a_day_or_time_makes_a_date(string format, CellKind kind)
    {
        var (_, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(Header + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46352</v></c></row>", styles: MakeBook.Styles(format)));

        rows[0][0].Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Formulas_read_by_their_result_truths_and_errors_as_what_they_are()
    {
        var (_, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(
            Header + "<row r=\"2\"><c r=\"A2\"><f>SUM(1,2)</f><v>3</v></c><c r=\"B2\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c><c r=\"E2\" t=\"d\"><v>2026-11-26T09:30:00</v></c></row>"));

        rows[0].Texts().ShouldBe(["3", "ab", "TRUE", "#N/A", "2026-11-26 09:30:00"]);
        rows[0][0].Number.ShouldBe(3);
        rows[0][2].Flag.ShouldBe(true);
        rows[0][3].Kind.ShouldBe(CellKind.Error);
        rows[0][4].Date.ShouldBe(new DateTime(2026, 11, 26, 9, 30, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public async Task Shared_texts_join_their_runs_without_readings_and_keep_spaces_only_where_told()
    {
        var (_, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(
            Header + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>2</v></c><c r=\"D2\" t=\"s\"><v>3</v></c></row>",
            shared: "<si><r><t>张</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 三</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si><si><t> a </t></si><si><t xml:space=\"preserve\"> a&amp;b&#x4E2D;<![CDATA[<&]]> </t></si><si><t>1_x000D_2_x005F_x000D_</t></si>"));

        rows[0].Texts().ShouldBe(["张 三", "a", " a&b中<& ", "1\r2_x000D_"]);
    }

    [Fact]
    public async Task A_merged_range_has_its_first_value_everywhere_but_makes_no_rows_of_its_own()
    {
        var (_, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(
            MakeBook.Row(1, "大区", "城市", "店") + MakeBook.Row(2, "华东", "上海", "一店") + MakeBook.Row(3, "", "", "二店") + MakeBook.Row(4, "华北", "", "三店"),
            after: "<mergeCells count=\"3\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"A4:B900000\"/></mergeCells>"));

        rows.Select(r => string.Join('|', r.Texts())).ShouldBe(["华东|上海|一店", "华东|上海|二店", "华北|华北|三店"]);
    }

    [Fact]
    public async Task Hidden_rows_columns_and_sheets_are_read_and_said_to_be_hidden()
    {
        var (reader, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(
            Header + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>", before: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"));

        rows[0].IsHidden.ShouldBeTrue();
        reader.Columns.Select(c => c.IsHidden).ShouldBe([false, true]);
        reader.Sheets.ShouldBe([new SheetInfo("表一", false)]);
    }

    [Fact]
    public async Task The_header_is_the_first_row_with_two_filled_cells_and_rows_keep_their_numbers()
    {
        var (reader, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(
            MakeBook.Row(1, "客户名单") + "<row r=\"2\"/>" + MakeBook.Row(3, " 姓名 ", "电话") + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t></t></is></c></row>" + MakeBook.Row(7, "张三", "1") + "<row r=\"8\"><c r=\"A8\" s=\"1\"/></row>",
            after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"));

        reader.HeaderRow.ShouldBe(3);
        reader.Columns.Select(c => c.Name).ShouldBe(["姓名", "电话"]);
        rows.Select(r => r.Number).ShouldBe([7]);
    }

    [Fact]
    public async Task A_table_of_one_column_has_its_header_in_the_first_filled_row()
    {
        var (reader, rows) = await ReadTable.AllAsync(MakeBook.OneSheet(string.Concat(Enumerable.Range(1, 60).Select(n => MakeBook.Row(n, $"v{n}")))));

        reader.Columns.ShouldHaveSingleItem().Name.ShouldBe("v1");
        rows.Select(r => r.Number).ShouldBe(Enumerable.Range(2, 59));
    }

    [Fact]
    public async Task A_header_row_can_be_chosen_and_takes_names_that_are_merged_down_to_it()
    {
        var (reader, rows) = await ReadTable.AllAsync(
            MakeBook.OneSheet(MakeBook.Row(1, "编号", "客户", "") + MakeBook.Row(2, "", "姓名", "电话") + MakeBook.Row(3, "1", "张三", "2"), after: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"),
            new TableChoice(HeaderRow: 2));

        reader.Columns.Select(c => c.Name).ShouldBe(["编号", "姓名", "电话"]);
        rows.ShouldHaveSingleItem().Texts().ShouldBe(["1", "张三", "2"]);
    }

    [Fact]
    public async Task One_name_over_two_columns_is_reported_with_their_letters()
    {
        var (reader, _) = await ReadTable.AllAsync(MakeBook.OneSheet(MakeBook.Row(1, "电话", "姓名", "电话") + MakeBook.Row(2, "1", "2", "3")));

        var fault = reader.HeaderFaults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(TableFaultKind.DuplicateHeader);
        fault.Details.ShouldBe(["电话", "A, C"]);
    }

    [Fact]
    public async Task A_book_without_addresses_and_with_prefixes_reads_the_same()
    {
        var file = MakeBook.Archive(
            ("xl/workbook.xml", "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></x:sheets></x:workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"m\"><!-- c --><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c><x:c t=\"inlineStr\" ><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>"));

        var (reader, rows) = await ReadTable.AllAsync(file);

        reader.Columns.Select(c => c.Name).ShouldBe(["a", "b"]);
        rows.ShouldHaveSingleItem().Texts().ShouldBe(["1", "", "3"]);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_too()
    {
        await using var pipe = new ForwardOnly(MakeBook.OneSheet(Header + MakeBook.Row(2, "张三", "1")));

        var (_, rows) = await ReadTable.AllAsync(pipe);

        rows.ShouldHaveSingleItem().Texts().ShouldBe(["张三", "1"]);
    }

    private sealed class ForwardOnly(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
