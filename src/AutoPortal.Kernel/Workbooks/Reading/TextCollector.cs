using System.Buffers;
using System.Globalization;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Puts the text of an element together from its pieces, with the entities resolved that XML itself knows.</summary>
internal sealed class TextCollector(int maxChars)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("&\r"u8);
    private char[] _chars = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <exception cref="TableFaultException">More characters than allowed, or an entity that XML does not know.</exception>
    public void Append(ReadOnlySpan<byte> raw, bool isVerbatim)
    {
        // Even markup that shrinks (&#x4E2D;) may not make us reserve without bound: nine bytes are the longest of a character.
        if (raw.Length > (long)maxChars * 10)
        {
            throw new TableFaultException(TableFault.TooLong(maxChars, null, null));
        }

        while (true)
        {
            var special = raw.IndexOfAny(Special);
            AppendPlain(special < 0 ? raw : raw[..special]);
            if (special < 0)
            {
                break;
            }

            raw = raw[special..];
            raw = raw[0] == '\r' ? AppendLineEnd(raw) : isVerbatim ? AppendAmpersand(raw) : AppendEntity(raw);
        }

        if (Length > maxChars)
        {
            throw new TableFaultException(TableFault.TooLong(maxChars, null, null));
        }
    }

    /// <summary>Drops spaces at both ends of what was appended since a place.</summary>
    public void TrimFrom(int start)
    {
        var kept = _chars.AsSpan(start, Length - start).Trim(" \t\r\n");
        kept.CopyTo(_chars.AsSpan(start));
        Length = start + kept.Length;
    }

    /// <summary>The text, with Excel's own escapes for control characters resolved; the collector is empty then.</summary>
    public string Take()
    {
        var text = Chars.Contains("_x", StringComparison.Ordinal) ? ExcelEscapes.Resolve(Chars) : Chars.ToString();
        Length = 0;
        return text;
    }

    private void AppendPlain(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        Length += Encoding.UTF8.GetChars(bytes, _chars.AsSpan(Length));
    }

    private ReadOnlySpan<byte> AppendLineEnd(ReadOnlySpan<byte> raw)
    {
        AppendPlain("\n"u8);
        return raw[(raw.Length > 1 && raw[1] == '\n' ? 2 : 1)..];
    }

    private ReadOnlySpan<byte> AppendAmpersand(ReadOnlySpan<byte> raw)
    {
        AppendPlain("&"u8);
        return raw[1..];
    }

    private ReadOnlySpan<byte> AppendEntity(ReadOnlySpan<byte> raw)
    {
        var end = raw[..Math.Min(raw.Length, 12)].IndexOf((byte)';');
        var name = end < 0 ? [] : raw[1..end];
        if (name.SequenceEqual("amp"u8))
        {
            AppendPlain("&"u8);
        }
        else if (name.SequenceEqual("lt"u8))
        {
            AppendPlain("<"u8);
        }
        else if (name.SequenceEqual("gt"u8))
        {
            AppendPlain(">"u8);
        }
        else if (name.SequenceEqual("quot"u8))
        {
            AppendPlain("\""u8);
        }
        else if (name.SequenceEqual("apos"u8))
        {
            AppendPlain("'"u8);
        }
        else
        {
            AppendNumbered(name);
        }

        return raw[(end + 1)..];
    }

    private void AppendNumbered(ReadOnlySpan<byte> name)
    {
        var isHex = name.Length > 2 && (name[1] | 0x20) == 'x';
        var digits = name.IsEmpty || name[0] != '#' ? [] : name[(isHex ? 2 : 1)..];
        if (!int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
        {
            throw new TableFaultException(TableFaultKind.Damaged);
        }

        Reserve(2);
        Length += new Rune(code).EncodeToUtf16(_chars.AsSpan(Length));
    }

    private void Reserve(int more)
    {
        if (Length + more > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + more));
        }
    }
}
