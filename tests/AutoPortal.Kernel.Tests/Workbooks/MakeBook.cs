using System.IO.Compression;
using System.Text;

namespace AutoPortal.Kernel.Tests.Workbooks;

/// <summary>Workbooks written by hand, as other programs and attackers write them.</summary>
internal static class MakeBook
{
    public const string Spreadsheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>A workbook with one sheet.</summary>
    /// <param name="rows">What stands inside sheetData.</param>
    /// <param name="before">What stands before sheetData.</param>
    /// <param name="after">What stands behind sheetData.</param>
    /// <param name="shared">What stands inside the shared texts.</param>
    /// <param name="styles">The style sheet.</param>
    /// <param name="starts1904">Whether days are counted from 1904.</param>
    /// <param name="more">Further parts of the archive.</param>
    public static MemoryStream OneSheet(
        string rows, string before = "", string after = "", string? shared = null, string? styles = null, bool starts1904 = false, params (string Part, string Content)[] more)
        => Archive(
        [
            ("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {Spreadsheet} xmlns:r=\"r\"><workbookPr date1904=\"{(starts1904 ? 1 : 0)}\"/><sheets><sheet name=\"表一\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"http://x/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet {Spreadsheet}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"),
            .. shared is null ? [] : new[] { ("xl/sharedStrings.xml", $"<sst {Spreadsheet}>{shared}</sst>") },
            .. styles is null ? [] : new[] { ("xl/styles.xml", styles) },
            .. more,
        ]);

    public static MemoryStream Archive(params (string Part, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                using var stream = zip.CreateEntry(part).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A row of inline texts.</summary>
    public static string Row(int number, params string[] texts)
        => $"<row r=\"{number}\">{string.Concat(texts.Select((text, column) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    /// <summary>Styles whose first is general and whose further ones have these formats.</summary>
    public static string Styles(params string[] formats)
        => $"<styleSheet {Spreadsheet}><numFmts>{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{f}\"/>"))}</numFmts>"
            + $"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>"))}<xf numFmtId=\"14\"/></cellXfs></styleSheet>";
}
