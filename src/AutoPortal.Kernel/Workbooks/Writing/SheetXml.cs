using System.Globalization;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>What stands before and behind the rows of a sheet, in the order that Excel insists on.</summary>
internal static class SheetXml
{
    private const string Begin = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";

    private const int MaxRow = 1_048_576;
    private const int MaxFooterChars = 250;

    public static string Head(SheetLayout layout, int headerRow, bool isFirst)
    {
        var xml = new StringBuilder(Begin);
        xml.Append(CultureInfo.InvariantCulture, $"<sheetViews><sheetView {(isFirst ? "tabSelected=\"1\" " : "")}workbookViewId=\"0\">");
        xml.Append(CultureInfo.InvariantCulture, $"<pane ySplit=\"{headerRow}\" topLeftCell=\"A{headerRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>");
        xml.Append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        AppendColumns(xml, layout.Columns);
        return xml.Append("<sheetData>").ToString();
    }

    public static string PlainHead(int width)
        => Begin + string.Create(CultureInfo.InvariantCulture, $"<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"1\" width=\"{width}\" customWidth=\"1\"/></cols><sheetData>");

    public static string Tail(SheetLayout layout, int headerRow, int lastRow, ChoiceLists lists, string? watermark, bool hasComments)
    {
        var xml = new StringBuilder("</sheetData>");
        if (layout.HasFilter && layout.Columns.Count > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<autoFilter ref=\"A{headerRow}:{ColumnLetters.Of(layout.Columns.Count - 1)}{lastRow}\"/>");
        }

        AppendValidations(xml, layout.Columns, headerRow, lists);
        AppendFoot(xml, watermark);
        return xml.Append(hasComments ? "<legacyDrawing r:id=\"rId1\"/>" : "").Append("</worksheet>").ToString();
    }

    public static string PlainTail(string? watermark)
    {
        var xml = new StringBuilder("</sheetData>");
        AppendFoot(xml, watermark);
        return xml.Append("</worksheet>").ToString();
    }

    private static void AppendColumns(StringBuilder xml, IReadOnlyList<ColumnLayout> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        xml.Append("<cols>");
        for (var column = 0; column < columns.Count; column++)
        {
            var style = CellStyles.Of(columns[column].Kind);
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{CellStyles.Width(columns[column])}\"");
            xml.Append(style == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" style=\"{style}\"")).Append(columns[column].IsHidden ? " hidden=\"1\"" : "").Append(" customWidth=\"1\"/>");
        }

        xml.Append("</cols>");
    }

    private static void AppendValidations(StringBuilder xml, IReadOnlyList<ColumnLayout> columns, int headerRow, ChoiceLists lists)
    {
        var chosen = Enumerable.Range(0, columns.Count).Where(c => columns[c].Choices is { Count: > 0 }).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        xml.Append(CultureInfo.InvariantCulture, $"<dataValidations count=\"{chosen.Count}\">");
        foreach (var column in chosen)
        {
            var letters = ColumnLetters.Of(column);
            xml.Append(CultureInfo.InvariantCulture, $"<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" sqref=\"{letters}{headerRow + 1}:{letters}{MaxRow}\">");
            xml.Append("<formula1>").Append(XmlText.Escape(lists.Add(columns[column].Choices!))).Append("</formula1></dataValidation>");
        }

        xml.Append("</dataValidations>");
    }

    private static void AppendFoot(StringBuilder xml, string? watermark)
    {
        xml.Append("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>");
        if (watermark is { Length: > 0 })
        {
            // A single & begins a code such as the page number.
            var text = watermark[..Math.Min(watermark.Length, MaxFooterChars)].Replace("&", "&&", StringComparison.Ordinal);
            xml.Append("<headerFooter><oddFooter>").Append(XmlText.Escape("&C" + (char.IsAsciiDigit(text[0]) ? " " : "") + text)).Append("</oddFooter></headerFooter>");
        }
    }
}
