using System.Buffers;
using System.Text;
using AutoPortal.Kernel.Workbooks.Reading;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>Writes text into XML: escaped, and without what XML cannot hold.</summary>
internal static class XmlText
{
    /// <summary>The most that one character becomes.</summary>
    public const int MaxBytesForChar = 8;

    /// <summary>What a cell can hold.</summary>
    public const int MaxCellChars = 32_767;

    private static readonly string Marks = string.Concat("&<>_", string.Concat(Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n')).Select(c => (char)c)));
    private static readonly SearchValues<char> InText = SearchValues.Create(Marks);
    private static readonly SearchValues<char> InAttribute = SearchValues.Create(Marks + '"');

    /// <summary>Writes text between two tags.</summary>
    /// <returns>Bytes written; the target has room for <see cref="MaxBytesForChar"/> bytes each character.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> target) => Write(text, target, InText);

    /// <summary>The same for an attribute.</summary>
    public static string Escape(string text)
    {
        var bytes = new byte[text.Length * MaxBytesForChar];
        return Encoding.UTF8.GetString(bytes, 0, Write(text, bytes, InAttribute));
    }

    /// <summary>Cuts what a cell cannot hold, not in the middle of a character.</summary>
    public static ReadOnlySpan<char> Fit(ReadOnlySpan<char> text)
        => text.Length <= MaxCellChars ? text : text[..(char.IsHighSurrogate(text[MaxCellChars - 1]) ? MaxCellChars - 1 : MaxCellChars)];

    // U+FFFE and U+FFFF are no characters in XML; both begin with this byte, as few others do.
    private static bool TryWritePlain(ReadOnlySpan<char> text, Span<byte> target, out int written)
        => System.Text.Unicode.Utf8.FromUtf16(text, target, out _, out written, replaceInvalidSequences: false) == OperationStatus.Done
            && (written == text.Length || target[..written].IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF]) < 0);

    private static int Write(ReadOnlySpan<char> text, Span<byte> target, SearchValues<char> special)
    {
        var at = 0;
        while (true)
        {
            // What needs no escape goes as one piece.
            var plain = text.IndexOfAny(special) is var end and >= 0 ? text[..end] : text;
            at += TryWritePlain(plain, target[at..], out var written) ? written : WriteEach(plain, target[at..]);
            text = text[plain.Length..];
            if (text.IsEmpty)
            {
                return at;
            }

            at += ExcelEscapes.StartsWithEscape(text) ? Copy("_x005F_"u8, target[at..]) : WriteEach(text[..1], target[at..]);
            text = text[1..];
        }
    }

    private static int WriteEach(ReadOnlySpan<char> text, Span<byte> target)
    {
        var at = 0;
        while (!text.IsEmpty)
        {
            var isCharacter = Rune.DecodeFromUtf16(text, out var rune, out var taken) == OperationStatus.Done;
            text = text[taken..];
            at += isCharacter ? WriteOne(rune, target[at..]) : 0;
        }

        return at;
    }

    private static int WriteOne(Rune rune, Span<byte> target) => rune.Value switch
    {
        '&' => Copy("&amp;"u8, target),
        '<' => Copy("&lt;"u8, target),
        '>' => Copy("&gt;"u8, target),
        '"' => Copy("&quot;"u8, target),
        '\r' => Copy("_x000D_"u8, target),
        '\t' or '\n' => rune.EncodeToUtf8(target),
        < ' ' or 0xFFFE or 0xFFFF => 0,
        _ => rune.EncodeToUtf8(target),
    };

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        return bytes.Length;
    }
}
