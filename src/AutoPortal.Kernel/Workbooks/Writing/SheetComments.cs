using System.Globalization;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>Notes on the cells of one sheet. They are written behind the sheet and so held until then: the first ones only, the marks stay on all.</summary>
internal sealed class SheetComments
{
    private const int MaxComments = 2_000;
    private readonly List<(int Column, int Row, string Text)> _comments = [];

    public bool IsAny => _comments.Count > 0;

    public void Add(int column, int row, string text)
    {
        if (_comments.Count < MaxComments)
        {
            _comments.Add((column, row, text));
        }
    }

    public string Texts()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author></author></authors><commentList>");
        foreach (var (column, row, text) in _comments)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<comment ref=\"{ColumnLetters.Of(column)}{row}\" authorId=\"0\"><text><r><t xml:space=\"preserve\">{XmlText.Escape(text)}</t></r></text></comment>");
        }

        return xml.Append("</commentList></comments>").ToString();
    }

    /// <summary>Excel still wants the shape of each note in the drawing language of its 1997 version.</summary>
    public string Shapes()
    {
        var xml = new StringBuilder("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        foreach (var (column, row, _) in _comments)
        {
            xml.Append("<v:shape type=\"#_x0000_t202\" style=\"position:absolute;width:180pt;height:60pt;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox style=\"mso-direction-alt:auto\"/>");
            xml.Append(CultureInfo.InvariantCulture, $"<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {row - 1}, 2, {column + 4}, 15, {row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>");
        }

        return xml.Append("</xml>").ToString();
    }
}
