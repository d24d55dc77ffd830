using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;

namespace AutoPortal.Testing.Imports;

/// <summary>Exports a list as the house does it, and gives its rows back as a person brings them in again.</summary>
public static class ExportTrial
{
    /// <summary>The rows of the list under the columns that its kind of import reads.</summary>
    /// <param name="tenant">Who exports.</param>
    /// <param name="list">Code of the list.</param>
    /// <param name="change">Gets the row's id, the field and what stands in it, and says what the file says then.</param>
    /// <param name="isRevealed">Masked columns in full.</param>
    /// <param name="view">The tab or record.</param>
    public static async Task<IReadOnlyList<ImportRow>> ExportAsync(this TestTenant tenant, string list, Func<Guid, string, string, string>? change = null, bool isRevealed = false, string? view = null)
    {
        var found = tenant.Get<IEnumerable<IExportList>>().Single(l => l.Code == list);
        var fields = tenant.ImportKind(found.ImportKind!).Fields.Select(f => f.Code).ToHashSet();
        IReadOnlyList<string> columns = [.. found.Columns.Select(c => c.Code)];
        var keys = new RowKeys();
        var rows = new List<ImportRow>();
        await foreach (var row in found.RowsAsync(new(view, PageRequest.First(20), columns, isRevealed), default))
        {
            var values = columns.Select((code, place) => (code, text: ExportCells.TextOf(row.Cells[place]))).Where(c => fields.Contains(c.code))
                .Select(c => (c.code, text: ImportText.Normalise(change?.Invoke(row.Id, c.code, c.text) ?? c.text))).Where(c => c.text.Length > 0)
                .ToDictionary(c => c.code, c => c.text, StringComparer.Ordinal);
            rows.Add(new ImportRow(rows.Count + 2, keys.Next(values, row.Stamp), values) { Stamp = row.Stamp });
        }

        return rows;
    }
}
