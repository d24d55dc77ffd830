using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Which cell styles of a workbook show a number as a day or a time.</summary>
internal sealed class DateStyles
{
    private readonly List<bool> _isDate = [];

    public bool this[int style] => (uint)style < (uint)_isDate.Count && _isDate[style];

    public static async Task<DateStyles> ReadAsync(XmlScanner? xml, CancellationToken ct)
    {
        var styles = new DateStyles();
        var formats = new Dictionary<int, bool>();
        var isInCellFormats = false;
        XmlToken token;
        while (xml is not null && (token = await xml.ReadAsync(ct)) != XmlToken.EndOfFile)
        {
            if (xml.Name.SequenceEqual("cellXfs"u8) && token is XmlToken.Start or XmlToken.End)
            {
                isInCellFormats = token == XmlToken.Start && !xml.IsEmptyElement;
            }
            else if (token == XmlToken.Start && xml.Name.SequenceEqual("numFmt"u8))
            {
                formats[ColumnLetters.Number(xml.Attribute("numFmtId"u8))] = IsDateFormat(xml.AttributeText("formatCode"u8) ?? "");
            }
            else if (token == XmlToken.Start && isInCellFormats && xml.Name.SequenceEqual("xf"u8))
            {
                var id = ColumnLetters.Number(xml.Attribute("numFmtId"u8));
                styles._isDate.Add(formats.TryGetValue(id, out var isDate) ? isDate : IsBuiltIn(id));
            }
        }

        return styles;
    }

    /// <summary>Whether a format code has a part of a day or time outside quotes, brackets and escapes. A span such as <c>[h]:mm</c> is a number.</summary>
    internal static bool IsDateFormat(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            switch (char.ToLower(code[at], CultureInfo.InvariantCulture))
            {
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '"':
                    at = EndOf(code, at, '"');
                    break;
                case '[' when at + 2 < code.Length && code[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && code[at + 2] is ']' || IsSpan(code, at):
                    return false;
                case '[':
                    at = EndOf(code, at, ']');
                    break;
                case 'y' or 'm' or 'd' or 'h' or 's':
                    return true;
                case 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case ';':
                    return false;
            }
        }

        return false;
    }

    // 27–36 and 50–58 are days in the Chinese, Japanese and Korean versions, which write them without saying so.
    private static bool IsBuiltIn(int id) => id is >= 14 and <= 22 or >= 27 and <= 36 or 45 or 47 or >= 50 and <= 58;

    private static bool IsSpan(string code, int at) => code.AsSpan(at).StartsWith("[hh]", StringComparison.OrdinalIgnoreCase) || code.AsSpan(at).StartsWith("[mm]", StringComparison.OrdinalIgnoreCase) || code.AsSpan(at).StartsWith("[ss]", StringComparison.OrdinalIgnoreCase);

    private static int EndOf(string code, int at, char close)
    {
        var end = code.IndexOf(close, at + 1);
        return end < 0 ? code.Length : end;
    }
}
