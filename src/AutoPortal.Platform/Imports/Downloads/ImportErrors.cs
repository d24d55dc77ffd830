using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports.Downloads;

/// <summary>Makes the workbook of a run's refused rows: as they came, the faulty cells marked, all reasons in the last column. Mended, it is imported like any file.</summary>
internal sealed class ImportErrors(IDbContextFactory<PlatformDb> dbs, ImportQueries queries, ImportKinds kinds, ImportFiles files, CurrentScope scope, IStringLocalizer<PlatformTexts> text, TimeProvider clock)
{
    public async Task<Outcome<NamedFile>> MakeAsync(Guid runId, CancellationToken ct)
    {
        if (await queries.FindAsync(runId, ct) is not { } run)
        {
            return Refusal.NotFound;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        db.Audit("file_taken", "import_run", run.Id, null, new { run.Kind, part = "errors" });
        var saved = await db.SaveAsync(ct);
        if (!saved.IsOk)
        {
            return saved.Refusal;
        }

        try
        {
            return new NamedFile(await WriteAsync(run, kinds.Find(run.Kind)!, ct), text["imports.errors_name", Path.GetFileNameWithoutExtension(run.FileName)] + ".xlsx");
        }
        catch (TableFaultException)
        {
            // It could not be read to its end, so no row was refused: the file as a whole was.
            return Refusal.NotFound;
        }
    }

    private async Task<Stream> WriteAsync(ImportRun run, IImportKind kind, CancellationToken ct)
    {
        await using var source = await files.OpenAsync(run, ct);
        string reason = text["imports.reason"];
        // An error workbook that comes back with errors has the column already.
        var columns = source.Table.Columns.Where(c => c.Name != reason).ToList();
        var fields = source.Table.Columns.Zip(run.Columns).ToDictionary(c => c.First.Index, c => c.Second);
        var file = ImportFiles.Temporary();
        await using (var book = await WorkbookWriter.CreateAsync(file, new WorkbookFacts(reason, scope.Facts.UserName, clock.GetUtcNow()), ct))
        {
            await book.BeginSheetAsync(new SheetLayout(kinds.TitleOf(kind), [.. columns.Select(c => LayoutOf(c, kind, fields)), new ColumnLayout(reason) { Width = 60 }]), ct);
            await foreach (var refused in RefusedAsync(run, kind, ct))
            {
                while (source.Table.Row.Number < refused.Number && await source.Table.ReadAsync(ct))
                {
                }

                if (source.Table.Row.Number == refused.Number)
                {
                    await WriteRowAsync(book, source.Table.Row, columns, fields, kind, refused, ct);
                }
            }

            await book.FinishAsync(ct);
        }

        file.Position = 0;
        return file;
    }

    private async Task WriteRowAsync(WorkbookWriter book, TableRow row, List<TableColumn> columns, Dictionary<int, string?> fields, IImportKind kind, ImportedRow refused, CancellationToken ct)
    {
        foreach (var column in columns)
        {
            if (fields.GetValueOrDefault(column.Index) is { } field && refused.Issues.Where(i => i.Field == field && !i.IsWarning).ToList() is { Count: > 0 } issues)
            {
                book.Mark(string.Join('\n', issues.Select(i => kinds.WordsOf(kind, i))));
            }

            book.Write(row[column.Index]);
        }

        book.Write(string.Join('\n', refused.Issues.Where(i => !i.IsWarning).Select(i => kinds.SentenceOf(kind, i))));
        await book.EndRowAsync(ct);
    }

    private async IAsyncEnumerable<ImportedRow> RefusedAsync(ImportRun run, IImportKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int AtOnce = 1_000;
        var last = 0;
        IReadOnlyList<ImportedRow> page;
        do
        {
            page = await kind.Ledger.RefusedAsync(run.Id, run.IsBeforeWriting, last, AtOnce, ct);
            foreach (var row in page)
            {
                yield return row;
                last = row.Number;
            }
        }
        while (page.Count == AtOnce);
    }

    private static ColumnLayout LayoutOf(TableColumn column, IImportKind kind, Dictionary<int, string?> fields)
        => new(column.Name, kind.Fields.FirstOrDefault(f => f.Code == fields.GetValueOrDefault(column.Index))?.Format is ImportFormat.Phone ? ColumnKind.Identifier : ColumnKind.General)
        {
            Width = 18,
            IsHidden = column.Name == ImportRows.StampHeading,
        };
}
