using System.IO.Compression;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>The archive of a workbook: its sheets as they come, and at the end what ties them together.</summary>
internal sealed class WorkbookPackage : IAsyncDisposable
{
    private const int NotesWidth = 100;
    private static readonly DateTimeOffset FirstZipYear = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip;
    private readonly WorkbookFacts _facts;
    private readonly SheetNames _names = new();
    private readonly List<WrittenSheet> _sheets = [];
    private readonly ChoiceLists _lists;

    public WorkbookPackage(ZipArchive zip, WorkbookFacts facts, string listsSheet)
    {
        _zip = zip;
        _facts = facts;
        _lists = new ChoiceLists(_names.Take(listsSheet));
    }

    /// <summary>Begins a sheet and writes it down to its header.</summary>
    /// <returns>Where its rows go.</returns>
    public async Task<Stream> BeginSheetAsync(SheetLayout layout, int headerRow, CancellationToken ct)
    {
        var sheet = AddSheet(layout.Name, isHidden: false);
        var part = await OpenAsync(SheetPart(sheet), ct);
        await WriteAsync(part, SheetXml.Head(layout, headerRow, isFirst: sheet.Number == 1), ct);
        using var rows = new RowBuffer();
        if (layout.Note is { } note)
        {
            rows.BeginRow(1);
            rows.Text(note, CellStyles.Note);
            rows.EndRow();
        }

        rows.BeginRow(headerRow);
        foreach (var column in layout.Columns)
        {
            rows.Text(column.Title, CellStyles.Header);
        }

        rows.EndRow();
        await part.WriteAsync(rows.Written, ct);
        return part;
    }

    public async Task EndSheetAsync(Stream part, SheetLayout layout, int headerRow, int lastRow, SheetComments comments, CancellationToken ct)
    {
        await WriteAsync(part, SheetXml.Tail(layout, headerRow, lastRow, _lists, _facts.Watermark, comments.IsAny), ct);
        await part.DisposeAsync();
        if (!comments.IsAny)
        {
            return;
        }

        var sheet = _sheets[^1];
        sheet.HasComments = true;
        await AddAsync(FormattableString.Invariant($"xl/comments{sheet.Number}.xml"), comments.Texts(), ct);
        await AddAsync(FormattableString.Invariant($"xl/drawings/vmlDrawing{sheet.Number}.vml"), comments.Shapes(), ct);
        await AddAsync(FormattableString.Invariant($"xl/worksheets/_rels/sheet{sheet.Number}.xml.rels"), PackageXml.CommentRelations(sheet.Number), ct);
    }

    /// <summary>Adds a sheet of plain columns without a header.</summary>
    public Task WriteColumnsAsync(string name, IReadOnlyList<IReadOnlyList<string>> columns, bool isHidden, CancellationToken ct)
        => WriteColumnsAsync(AddSheet(name, isHidden), columns, ct);

    public async Task FinishAsync(CancellationToken ct)
    {
        if (_lists.Lists.Count > 0)
        {
            var sheet = new WrittenSheet(_sheets.Count + 1, _lists.Sheet, IsHidden: true);
            _sheets.Add(sheet);
            await WriteColumnsAsync(sheet, _lists.Lists, ct);
        }

        await AddAsync("xl/styles.xml", CellStyles.Xml, ct);
        await AddAsync("xl/workbook.xml", PackageXml.Workbook(_sheets), ct);
        await AddAsync("xl/_rels/workbook.xml.rels", PackageXml.WorkbookRelations(_sheets), ct);
        await AddAsync("docProps/core.xml", PackageXml.CoreProperties(_facts), ct);
        await AddAsync("_rels/.rels", PackageXml.RootRelations, ct);
        await AddAsync("[Content_Types].xml", PackageXml.ContentTypes(_sheets), ct);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private static string SheetPart(WrittenSheet sheet) => FormattableString.Invariant($"xl/worksheets/sheet{sheet.Number}.xml");

    private static ValueTask WriteAsync(Stream part, string xml, CancellationToken ct) => part.WriteAsync(Encoding.UTF8.GetBytes(xml), ct);

    private WrittenSheet AddSheet(string name, bool isHidden)
    {
        var sheet = new WrittenSheet(_sheets.Count + 1, _names.Take(name), isHidden);
        _sheets.Add(sheet);
        return sheet;
    }

    private async Task WriteColumnsAsync(WrittenSheet sheet, IReadOnlyList<IReadOnlyList<string>> columns, CancellationToken ct)
    {
        await using var part = await OpenAsync(SheetPart(sheet), ct);
        await WriteAsync(part, SheetXml.PlainHead(NotesWidth), ct);
        using var rows = new RowBuffer();
        for (var row = 0; row < columns.Max(c => c.Count); row++)
        {
            rows.BeginRow(row + 1);
            foreach (var column in columns)
            {
                if (row < column.Count)
                {
                    rows.Text(column[row], CellStyles.Text);
                }
                else
                {
                    rows.Skip();
                }
            }

            rows.EndRow();
            await part.WriteAsync(rows.Written, ct);
            rows.Clear();
        }

        await WriteAsync(part, SheetXml.PlainTail(_facts.Watermark), ct);
    }

    private async Task AddAsync(string part, string xml, CancellationToken ct)
    {
        await using var stream = await OpenAsync(part, ct);
        await WriteAsync(stream, xml, ct);
    }

    private async Task<Stream> OpenAsync(string part, CancellationToken ct)
    {
        var entry = _zip.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = _facts.CreatedAt < FirstZipYear ? FirstZipYear : _facts.CreatedAt;
        return await entry.OpenAsync(ct);
    }
}
