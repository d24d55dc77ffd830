using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports;

/// <summary>Takes a file, looks at its headings and keeps it; its columns are read as last time, or as their names say.</summary>
internal sealed class OrderImport(IDbContextFactory<PlatformDb> dbs, ImportKinds kinds, ImportFiles files, CurrentScope scope, CurrentUser user, TimeProvider clock)
{
    /// <param name="kindCode">Such as <c>dealers</c>.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="fileName">As the person knows it.</param>
    /// <param name="ct">Cancels; nothing is kept then.</param>
    /// <returns>The run, which waits for <see cref="CheckImport"/>.</returns>
    public async Task<Outcome<Guid>> RunAsync(string kindCode, Stream content, string fileName, CancellationToken ct)
    {
        if (kinds.Find(kindCode) is not { } kind)
        {
            return ImportRefusals.UnknownKind;
        }

        if (!user.May(kind.Permission))
        {
            return Refusal.NotAllowed;
        }

        var received = await files.ReceiveAsync(content, ct);
        if (!received.IsOk)
        {
            return received.Refusal;
        }

        await using var file = received.Value;
        try
        {
            await using var table = await TableFile.OpenAsync(file, TableLimits.Default, null, ct);
            return table.HeaderFaults is [var fault, ..] ? fault.ToRefusal() : await KeepAsync(kind, table, file, fileName, ct);
        }
        catch (TableFaultException unreadable)
        {
            return unreadable.Fault.ToRefusal();
        }
    }

    private async Task<Outcome<Guid>> KeepAsync(IImportKind kind, TableReader table, FileStream file, string fileName, CancellationToken ct)
    {
        IReadOnlyList<string> headings = [.. table.Columns.Select(c => c.Name)];
        var sheet = table.Shape.Format is TableFormat.Text ? null : table.Shape.Sheet.Name;
        var stored = await files.KeepAsync(file, fileName, table.Shape.Format, ct);
        if (!stored.IsOk)
        {
            return stored.Refusal;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var dealerId = scope.SeesAllDealers ? null : scope.DealerIds is [var only] ? only : (Guid?)null;
        var shape = ColumnMap.ShapeOf(headings);
        var remembered = await db.ImportMappings.AsNoTracking().FirstOrDefaultAsync(m => m.Kind == kind.Code && m.Shape == shape && m.DealerId == dealerId, ct);
        var columns = remembered?.Columns ?? ColumnMap.Guess(headings, kind.Fields, field => kinds.AllTitlesOf(kind, field));
        var run = new ImportRun(
            Ids.New(clock), kind.Code,
            new ImportFile(stored.Value.Sha256, Path.GetFileName(fileName), file.Length, sheet, table.HeaderRow, headings, columns),
            new ImportBringer(scope.UserId, scope.Facts.UserName, dealerId, scope.SeesAllDealers ? null : scope.DealerIds),
            clock.GetUtcNow());
        db.Add(run);
        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? run.Id : saved.Refusal;
    }
}
