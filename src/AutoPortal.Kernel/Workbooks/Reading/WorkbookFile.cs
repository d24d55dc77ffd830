namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Opens the chosen sheet of a workbook.</summary>
internal static class WorkbookFile
{
    public static async Task<(ITableSource Rows, IReadOnlyList<SheetInfo> Sheets, SheetInfo Sheet)> OpenAsync(
        WorkbookArchive archive, TableChoice choice, TableLimits limits, CancellationToken ct)
    {
        var parts = await WorkbookParts.ReadAsync(archive, ct);
        var sheet = Choose(parts.Sheets, choice.Sheet);
        await using var styles = parts.Styles is null ? null : await archive.FindXmlAsync(parts.Styles, ct);
        var dates = await DateStyles.ReadAsync(styles, ct);
        await using var shared = parts.SharedTexts is null ? null : await archive.FindXmlAsync(parts.SharedTexts, ct);
        var texts = await SharedTexts.ReadAsync(shared, limits, ct);
        var merged = await MergedRanges.ReadAsync(await archive.OpenPartAsync(sheet.Part, ct), limits, ct);
        var xml = await XmlScanner.OpenAsync(await archive.OpenPartAsync(sheet.Part, ct), ct);
        var rows = new SheetRows(xml, new CellValues(texts, dates, parts.Starts1904, limits), merged, limits);
        return (rows, [.. parts.Sheets.Select(s => new SheetInfo(s.Name, s.IsHidden))], new SheetInfo(sheet.Name, sheet.IsHidden));
    }

    private static SheetPart Choose(IReadOnlyList<SheetPart> sheets, string? name)
        => (name is null
            ? sheets.FirstOrDefault(s => !s.IsHidden) ?? sheets.FirstOrDefault()
            : sheets.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)))
            ?? throw new TableFaultException(TableFault.SheetMissing(name));
}
