using AutoPortal.Kernel.Workbooks;
using BenchmarkDotNet.Attributes;

namespace AutoPortal.Benchmarks;

/// <summary>Rows of ten mixed cells into a workbook and out of it; the mean is the time of one row.</summary>
public class WorkbookBenchmarks
{
    private const int Rows = 100_000;
    private static readonly ColumnLayout[] Columns =
    [
        new("编号", ColumnKind.Number), new("姓名"), new("电话", ColumnKind.Identifier), new("城市"), new("金额", ColumnKind.Money),
        new("时间", ColumnKind.Moment), new("有效"), new("等级"), new("经销商"), new("次数", ColumnKind.Number),
    ];

    private static readonly DateTime At = new(2026, 11, 26, 9, 30, 0, DateTimeKind.Unspecified);
    private readonly MemoryStream _file = new();
    private readonly MemoryStream _written = new();

    [GlobalSetup]
    public Task Write_once() => WriteAsync(_file);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Write()
    {
        _written.SetLength(0);
        return WriteAsync(_written);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> Read()
    {
        var rows = 0;
        await using var reader = await TableFile.OpenAsync(_file, TableLimits.Default, null, CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            rows++;
        }

        return rows;
    }

    private static async Task WriteAsync(Stream target)
    {
        await using var book = await WorkbookWriter.CreateAsync(target, new WorkbookFacts("题", "李明", DateTimeOffset.UnixEpoch), CancellationToken.None);
        await book.BeginSheetAsync(new SheetLayout("数据", Columns), CancellationToken.None);
        for (var row = 0; row < Rows; row++)
        {
            book.Write(row);
            book.Write("Customer number " + row);
            book.Write("1380013" + (8_000 + row % 1_000));
            book.Write("上海");
            book.Write(row * 1.25m);
            book.Write(At);
            book.Write(row % 2 == 0);
            book.Write("gold");
            book.Write("dealer " + row % 500);
            book.Write(row % 97);
            await book.EndRowAsync(CancellationToken.None);
        }

        await book.FinishAsync(CancellationToken.None);
    }
}
