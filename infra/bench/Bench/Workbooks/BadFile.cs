using System.IO.Compression;
using System.Text;

namespace AutoPortal.Bench.Workbooks;

/// <summary>A file that nobody means well with.</summary>
/// <param name="What">What it is.</param>
/// <param name="Name">As it is sent; its end says what it claims to be.</param>
/// <param name="Write">Writes it.</param>
internal sealed record BadFile(string What, string Name, Action<string> Write)
{
    private const long Gigabyte = 1L << 30;
    private const string Head = "<?xml version=\"1.0\"?>";
    private const string Begin = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c t=\"inlineStr\"><is><t>手机号</t></is></c></row>";
    private const string Row = "<row><c t=\"inlineStr\"><is><t>13800138000</t></is></c></row>";
    private const string End = "</sheetData></worksheet>";

    /// <summary>One that is as it should be, for comparison, and the bad ones.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("a good file of 1,000 rows", "good.xlsx", path => Book(path, Head + Begin, Row, 1_000, End)),
        new("rows that unpack to 2 GB", "bomb-rows.xlsx", path => Book(path, Head + Begin, Row, 2 * Gigabyte / Row.Length, End)),
        new("one cell that unpacks to 2 GB", "bomb-cell.xlsx", path => Book(path, Head + Begin + "<row><c t=\"inlineStr\"><is><t>", new string('1', 4_096), 2 * Gigabyte / 4_096, "</t></is></c></row>" + End)),
        new("shared texts that unpack to 2 GB", "bomb-texts.xlsx", path => Book(
            path, Head + Begin, Row, 1, End, (Head + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">", "<si><t>" + new string('x', 1_000) + "</t></si>", 2 * Gigabyte / 1_014, "</sst>"))),
        new("16,385 columns", "columns.xlsx", path => Book(path, Head + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>", "<c t=\"inlineStr\"><is><t>手机号</t></is></c>", 16_385, "</row>" + End)),
        new("an entity that reads a file of the server", "entity.xlsx", path => Book(
            path, Head + "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>" + Begin + "<row><c t=\"inlineStr\"><is><t>&secret;</t></is></c></row>", Row, 1, End)),
        new("entities within entities, 10⁹ of them", "laughs.xlsx", path => Book(path, Head + Laughs() + Begin + "<row><c t=\"inlineStr\"><is><t>&l9;</t></is></c></row>", Row, 1, End)),
        new("1 GB of nothing that claims to be a workbook", "sparse.xlsx", path => Sparse(path, Gigabyte)),
        new("90 MB of text in one line", "line.csv", path => Plain(path, "手机号\n", "13800138000", 90 * Gigabyte / 1_024 / 11)),
    ];

    private static void Book(string path, string begin, string part, long times, string end, (string Begin, string Part, long Times, string End)? texts = null)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", Head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        Part(zip, "_rels/.rels", Head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", Head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", Head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>" + (texts is null ? "" : "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/>") + "</Relationships>");
        Part(zip, "xl/worksheets/sheet1.xml", begin, part, times, end);
        if (texts is { } shared)
        {
            Part(zip, "xl/sharedStrings.xml", shared.Begin, shared.Part, shared.Times, shared.End);
        }
    }

    private static void Part(ZipArchive zip, string name, string begin, string part = "", long times = 0, string end = "")
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        Fill(stream, begin, part, times, end);
    }

    private static void Fill(Stream stream, string begin, string part, long times, string end)
    {
        stream.Write(Encoding.UTF8.GetBytes(begin));
        // Some at once: a call for each of millions would take longer than the packing.
        var block = (int)Math.Min(Math.Max(times, 1), 1 + (65_536 / Math.Max(part.Length, 1)));
        var (many, one) = (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, block))), Encoding.UTF8.GetBytes(part));
        for (; times >= block; times -= block)
        {
            stream.Write(many);
        }

        for (; times > 0; times--)
        {
            stream.Write(one);
        }

        stream.Write(Encoding.UTF8.GetBytes(end));
    }

    private static void Plain(string path, string begin, string part, long times)
    {
        using var stream = File.Create(path);
        Fill(stream, begin, part, times, "");
    }

    private static void Sparse(string path, long bytes)
    {
        using var stream = File.Create(path);
        stream.SetLength(bytes);
    }

    private static string Laughs()
        => "<!DOCTYPE worksheet [<!ENTITY l0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">")) + "]>";
}
