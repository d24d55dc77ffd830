namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>A sheet as the workbook lists it.</summary>
internal sealed record SheetPart(string Name, bool IsHidden, string Part);

/// <summary>What the workbook says about itself: its sheets, its calendar and where its parts lie.</summary>
internal sealed record WorkbookParts(IReadOnlyList<SheetPart> Sheets, bool Starts1904, string? SharedTexts, string? Styles)
{
    private const string DefaultWorkbook = "xl/workbook.xml";

    public static async Task<WorkbookParts> ReadAsync(WorkbookArchive archive, CancellationToken ct)
    {
        var root = await RelationsAsync(archive, "_rels/.rels", "", ct);
        var workbook = root.FirstOrDefault(r => r.Kind == "officeDocument")?.Part ?? DefaultWorkbook;
        await using var xml = archive.Has(workbook) ? await archive.FindXmlAsync(workbook, ct) : null;
        if (xml is null || await FirstElementAsync(xml, ct) != "workbook")
        {
            throw new TableFaultException(TableFaultKind.NotATable);
        }

        var folder = workbook[..(workbook.LastIndexOf('/') + 1)];
        var relations = await RelationsAsync(archive, $"{folder}_rels/{workbook[folder.Length..]}.rels", folder, ct);
        var parts = relations.ToLookup(r => r.Id, StringComparer.Ordinal);
        var (sheets, starts1904) = (new List<SheetPart>(), false);
        XmlToken token;
        while ((token = await xml.ReadAsync(ct)) != XmlToken.EndOfFile)
        {
            if (token != XmlToken.Start)
            {
                continue;
            }

            if (xml.Name.SequenceEqual("workbookPr"u8))
            {
                starts1904 = XmlFlag.IsOn(xml.Attribute("date1904"u8));
            }
            else if (xml.Name.SequenceEqual("sheet"u8) && parts[RelationId(xml)].FirstOrDefault() is { Kind: "worksheet" } sheet)
            {
                var state = xml.Attribute("state"u8);
                sheets.Add(new SheetPart(xml.AttributeText("name"u8) ?? "", !state.IsEmpty && !state.SequenceEqual("visible"u8), sheet.Part));
            }
        }

        return new WorkbookParts(
            sheets,
            starts1904,
            relations.FirstOrDefault(r => r.Kind == "sharedStrings")?.Part,
            relations.FirstOrDefault(r => r.Kind == "styles")?.Part);
    }

    private static string RelationId(XmlScanner xml) => xml.AttributeText("id"u8) ?? "";

    private static async Task<string> FirstElementAsync(XmlScanner xml, CancellationToken ct)
    {
        XmlToken token;
        while ((token = await xml.ReadAsync(ct)) == XmlToken.Text)
        {
        }

        return token == XmlToken.Start ? System.Text.Encoding.UTF8.GetString(xml.Name) : "";
    }

    private static async Task<List<Relation>> RelationsAsync(WorkbookArchive archive, string part, string folder, CancellationToken ct)
    {
        var relations = new List<Relation>();
        await using var xml = await archive.FindXmlAsync(part, ct);
        XmlToken token;
        while (xml is not null && (token = await xml.ReadAsync(ct)) != XmlToken.EndOfFile)
        {
            if (token == XmlToken.Start && xml.Name.SequenceEqual("Relationship"u8)
                && xml.AttributeText("Type"u8) is { } type && xml.AttributeText("Target"u8) is { } target
                && !xml.Attribute("TargetMode"u8).SequenceEqual("External"u8))
            {
                relations.Add(new Relation(xml.AttributeText("Id"u8) ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private sealed record Relation(string Id, string Kind, string Part);
}
