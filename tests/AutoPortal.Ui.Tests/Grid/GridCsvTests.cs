using System.IO.Pipelines;
using System.Text;
using AutoPortal.Ui.Grid;

namespace AutoPortal.Ui.Tests.Grid;

public sealed class GridCsvTests
{
    [Fact]
    public async Task A_file_begins_with_a_mark_and_its_headings()
    {
        var file = await WriteAsync("甲");

        file.ShouldBe("\uFEFF姓名,备注\r\n甲,\r\n");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+8613800000000", "'+8613800000000")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("王,晓梅", "\"王,晓梅\"")]
    [InlineData("说\"好\"", "\"说\"\"好\"\"\"")]
    [InlineData("两\n行", "\"两\n行\"")]
    public async Task No_cell_runs_as_a_formula_or_breaks_its_line(string value, string written)
        => (await WriteAsync(value)).ShouldEndWith($"\r\n{written},\r\n");

    [Fact]
    public async Task Moments_are_written_by_the_clocks_in_Shanghai()
    {
        var column = new CsvColumn<DateTimeOffset>("时间", at => at);

        var file = await WriteAsync([column], new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero));

        file.ShouldEndWith("2027-01-01 00:30:00\r\n");
    }

    private static Task<string> WriteAsync(string name)
        => WriteAsync([new("姓名", row => row), new("备注", _ => null)], name);

    private static async Task<string> WriteAsync<T>(IReadOnlyList<CsvColumn<T>> columns, params T[] rows)
    {
        var pipe = new Pipe();
        var writing = GridCsv.WriteAsync(pipe.Writer, columns, rows.ToAsyncEnumerable(), default);
        using var reader = new StreamReader(pipe.Reader.AsStream(), new UTF8Encoding(), detectEncodingFromByteOrderMarks: false);
        var text = await reader.ReadToEndAsync();
        await writing;
        return text;
    }
}
