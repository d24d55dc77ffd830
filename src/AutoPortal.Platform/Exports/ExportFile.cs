using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Time;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using Microsoft.Extensions.Localization;
using System.Text.Json;

namespace AutoPortal.Platform.Exports;

/// <summary>Writes a job's rows into a workbook or a text: header first, so that the file can be brought in again; who, when and why at the foot of each page and on a sheet of their own.</summary>
internal sealed class ExportFile(ExportLists lists, IStringLocalizer<PlatformTexts> text, TimeProvider clock)
{
    // Excel takes no longer text into a cell: such a row comes back as one that was not exported here.
    private const int LongestCell = 32_000;
    private const int LongestWatermark = 160;

    // The cell escapes it for XML; letters of other scripts need not be longer than they are.
    private static readonly JsonSerializerOptions StampJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="job">The order.</param>
    /// <param name="list">Its list.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="target">Written forward only.</param>
    /// <param name="sheetRows">Rows of a sheet, header included.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WriteAsync(ExportJob job, IExportList list, IAsyncEnumerable<ExportRow> rows, Stream target, int sheetRows, CancellationToken ct)
    {
        var isStamped = list.ImportKind is not null && !job.IsCsv;
        var layout = new SheetLayout(lists.TitleOf(list), Columns(job, list, await list.ColumnsOfAsync(job.View, ct), isStamped)) { MaxRows = sheetRows };
        if (job.IsCsv)
        {
            await using var csv = await CsvTableWriter.CreateAsync(target, layout.Columns, ct);
            await FillAsync(csv, rows, isStamped, ct);
            await csv.FinishAsync(ct);
            return;
        }

        await using var book = await WorkbookWriter.CreateAsync(target, new WorkbookFacts(layout.Name, job.ByName, clock.GetUtcNow()) { Watermark = Watermark(job) }, ct);
        await book.BeginSheetAsync(layout, ct);
        await FillAsync(book, rows, isStamped, ct);
        await book.AddNotesAsync(text["export.notes"], Notes(job, list), ct);
        await book.FinishAsync(ct);
    }

    private static async Task FillAsync(ITableWriter table, IAsyncEnumerable<ExportRow> rows, bool isStamped, CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var cell in row.Cells)
            {
                ExportCells.Write(table, cell);
            }

            if (isStamped && JsonSerializer.Serialize(row.Stamp, StampJson) is { Length: < LongestCell } stamp)
            {
                table.Write(stamp);
            }

            await table.EndRowAsync(ct);
        }
    }

    private IReadOnlyList<ColumnLayout> Columns(ExportJob job, IExportList list, IReadOnlyList<ExportColumn> known, bool isStamped)
    {
        List<ColumnLayout> columns = [.. job.Columns.Select(code => known.First(c => c.Code == code)).Select(c => new ColumnLayout(lists.TitleOf(list, c), c.Kind))];
        return isStamped ? [.. columns, new ColumnLayout(ImportRows.StampHeading) { IsHidden = true }] : columns;
    }

    private string Watermark(ExportJob job)
    {
        var words = string.Join(" · ", Facts(job));
        return words.Length > LongestWatermark ? words[..LongestWatermark] : words;
    }

    private IReadOnlyList<string> Notes(ExportJob job, IExportList list) =>
    [
        text["export.note_who", job.ByName],
        text["export.note_when", Now()],
        text["export.note_what", lists.TitleOf(list)],
        .. job.Reason.Length == 0 ? Array.Empty<string>() : [text["export.note_why", job.Reason]],
        .. job.DecidedByName is { } by ? [text["export.note_allowed", by]] : Array.Empty<string>(),
        .. list.Columns.Any(c => c.IsMasked && job.Columns.Contains(c.Code)) ? [text[job.IsRevealed ? "export.note_full" : "export.note_masked"]] : Array.Empty<string>(),
        .. list.ImportKind is not null ? [text["export.note_back"]] : Array.Empty<string>(),
        text["export.note_duty"],
        text["export.note_number", job.Id],
    ];

    private IEnumerable<string> Facts(ExportJob job) => new[] { job.ByName, Now(), job.Reason, job.Id.ToString("N")[^8..] }.Where(words => words.Length > 0);

    private string Now() => ShanghaiTime.Of(clock.GetUtcNow()).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
