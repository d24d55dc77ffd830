using System.Globalization;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>The small parts that tie a workbook together.</summary>
internal static class PackageXml
{
    public const string RootRelations = Declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"" + Office + "officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static string ContentTypes(IReadOnlyList<WrittenSheet> sheets)
    {
        var xml = new StringBuilder(Declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Spreadsheet}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Spreadsheet}styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
        foreach (var sheet in sheets)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{sheet.Number}.xml\" ContentType=\"{Spreadsheet}worksheet+xml\"/>");
            if (sheet.HasComments)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/comments{sheet.Number}.xml\" ContentType=\"{Spreadsheet}comments+xml\"/>");
            }
        }

        return xml.Append("</Types>").ToString();
    }

    public static string Workbook(IReadOnlyList<WrittenSheet> sheets)
    {
        var xml = new StringBuilder(Declaration + $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Office.TrimEnd('/')}\"><bookViews><workbookView/></bookViews><sheets>");
        foreach (var sheet in sheets)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{XmlText.Escape(sheet.Name)}\" sheetId=\"{sheet.Number}\"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id=\"rId{sheet.Number}\"/>");
        }

        return xml.Append("</sheets></workbook>").ToString();
    }

    public static string WorkbookRelations(IReadOnlyList<WrittenSheet> sheets)
    {
        var xml = new StringBuilder(Declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var sheet in sheets)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheet.Number}\" Type=\"{Office}worksheet\" Target=\"worksheets/sheet{sheet.Number}.xml\"/>");
        }

        return xml.Append($"<Relationship Id=\"rIdStyles\" Type=\"{Office}styles\" Target=\"styles.xml\"/></Relationships>").ToString();
    }

    public static string CommentRelations(int sheet) => Declaration + string.Create(
        CultureInfo.InvariantCulture,
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}vmlDrawing\" Target=\"../drawings/vmlDrawing{sheet}.vml\"/><Relationship Id=\"rId2\" Type=\"{Office}comments\" Target=\"../comments{sheet}.xml\"/></Relationships>");

    public static string CoreProperties(WorkbookFacts facts) => Declaration
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + $"<dc:title>{XmlText.Escape(facts.Title)}</dc:title><dc:creator>{XmlText.Escape(facts.Creator)}</dc:creator>"
        + string.Create(CultureInfo.InvariantCulture, $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{facts.CreatedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</dcterms:created></cp:coreProperties>");
}

/// <summary>A sheet that stands in the archive.</summary>
internal sealed record WrittenSheet(int Number, string Name, bool IsHidden)
{
    public bool HasComments { get; set; }
}
