using System.Text;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Tests.Workbooks;

public sealed class CsvReadingTests
{
    private const string Simple = "姓名,电话\r\n张三,13812345678\r\n";

    public static TheoryData<string, int> Encodings => new() { { "utf-8", 65001 }, { "gb18030", 54936 }, { "utf-16", 1200 }, { "utf-16BE", 1201 } };

    [Theory, MemberData(nameof(Encodings))]
    public async Task The_encoding_is_found(string name, int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var mark = name.StartsWith("utf-16", StringComparison.Ordinal) ? encoding.GetPreamble() : [];

        var (reader, rows) = await ReadTable.AllAsync(new MemoryStream([.. mark, .. encoding.GetBytes(Simple)]));

        reader.Shape.Encoding.ShouldBe(name);
        reader.Columns.Select(c => c.Name).ShouldBe(["姓名", "电话"]);
        rows.ShouldHaveSingleItem().Texts().ShouldBe(["张三", "13812345678"]);
    }

    [Fact]
    public async Task A_mark_at_the_beginning_is_no_part_of_the_first_name()
    {
        var (reader, _) = await ReadTable.AllAsync(new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Simple)]));

        reader.Columns[0].Name.ShouldBe("姓名");
    }

    [Fact]
    public async Task The_first_character_that_is_not_ASCII_may_stand_far_behind()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var text = "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 60_000)) + "张三,￥\n";

        var (_, rows) = await ReadTable.AllAsync(new MemoryStream(gbk.GetBytes(text)));

        rows.Count.ShouldBe(60_001);
        rows[^1].Texts().ShouldBe(["张三", "￥"]);
    }

    [Theory]
    [InlineData("a,b\n1,2", ',')]
    [InlineData("a;b;c\n1,5;2;3", ';')]
    [InlineData("a\tb\n1,0\t2", '\t')]
    [InlineData("\"x;y;z\",b\n1,2", ',')]
    [InlineData("sep=;\na;b\n1;2", ';')]
    public async Task The_delimiter_is_found_outside_quotes(string text, char delimiter)
    {
        var (reader, rows) = await ReadTable.TextAsync(text);

        reader.Shape.Delimiter.ShouldBe(delimiter);
        rows.ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public async Task Quotes_hold_delimiters_line_breaks_and_quotes_and_rows_count_as_in_Excel()
    {
        var (_, rows) = await ReadTable.TextAsync("a,b\r\n\"1,\r\n\"\"x\"\"\",2\r\n\r\n3\r4,\n,,\n");

        rows.Select(r => (r.Number, string.Join('|', r.Texts()))).ShouldBe([(2, "1,\r\n\"x\"|2"), (4, "3"), (5, "4|")]);
    }

    [Fact]
    public async Task Guards_that_keep_a_text_a_text_are_taken_off()
    {
        var (_, rows) = await ReadTable.TextAsync("a,b,c,d\n=\"0123\",'=1+1,'plain,\"=\"\"138\"\"\"\n''-1,=1+1,-5,'\n");

        rows[0].Texts().ShouldBe(["0123", "=1+1", "'plain", "138"]);
        rows[1].Texts().ShouldBe(["'-1", "=1+1", "-5", "'"]);
    }
}
