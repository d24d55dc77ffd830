using System.Globalization;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Excel writes characters that XML cannot hold as <c>_x000D_</c>, and a text that looks like that as <c>_x005F_x000D_</c>.</summary>
internal static class ExcelEscapes
{
    public const int Length = 7;

    public static bool StartsWithEscape(ReadOnlySpan<char> text)
        => text.Length >= Length && text[0] == '_' && text[1] == 'x' && text[6] == '_' && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3])
            && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);

    public static string Resolve(ReadOnlySpan<char> text)
    {
        var resolved = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var taken = 1;
            var next = text[0];
            if (StartsWithEscape(text))
            {
                next = (char)ushort.Parse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                taken = Length;
            }

            resolved.Append(next);
            text = text[taken..];
        }

        return resolved.ToString();
    }
}
