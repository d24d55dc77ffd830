using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AutoPortal.Bench.Reference;

/// <summary>The least that writes a workbook of ten columns: forward only, into a packed part, without a database.</summary>
internal static class Sheet
{
    private const string Types = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
    private const string Package = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
    private const string Book = """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>""";
    private const string Parts = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    /// <returns>Seconds of the second writing: the first one warms up.</returns>
    public static double Time(string file, int rows)
    {
        Write(file, Math.Min(rows, 20_000));
        var watch = Stopwatch.StartNew();
        Write(file, rows);
        return watch.Elapsed.TotalSeconds;
    }

    private static void Write(string file, int rows)
    {
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        foreach (var (name, words) in new[] { ("[Content_Types].xml", Types), ("_rels/.rels", Package), ("xl/workbook.xml", Book), ("xl/_rels/workbook.xml.rels", Parts) })
        {
            using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            part.Write(words);
        }

        using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
        sheet.Write("""<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (var row = 0; row < rows; row++)
        {
            sheet.Write("<row>");
            foreach (var cell in Cells(row))
            {
                Write(sheet, cell);
            }

            sheet.Write("</row>");
        }

        sheet.Write("</sheetData></worksheet>");
    }

    // As in a list of leads: words, two of which are moments.
    private static object[] Cells(int row) =>
    [
        "王" + (row % 97), "138****" + (8_000 + (row % 1_000)).ToString(CultureInfo.InvariantCulture), "跟进中", "H", "热", "辰星 E9", "汽车之家", "经销商 " + (row % 500),
        46_000 + (row * 0.0001), 46_000.5 + (row * 0.0001),
    ];

    private static void Write(StreamWriter sheet, object cell)
    {
        if (cell is string words)
        {
            sheet.Write("<c t=\"inlineStr\"><is><t>");
            sheet.Write(words.AsSpan().IndexOfAny("<>&") < 0 ? words : System.Security.SecurityElement.Escape(words));
            sheet.Write("</t></is></c>");
        }
        else
        {
            sheet.Write("<c><v>");
            sheet.Write(Convert.ToString(cell, CultureInfo.InvariantCulture));
            sheet.Write("</v></c>");
        }
    }
}
