using System.Buffers;
using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>The rows of a sheet as bytes, until they are many enough to be written.</summary>
internal sealed class RowBuffer : IDisposable
{
    private const int FirstBytes = 96 * 1024;
    private const int MaxNumberBytes = 40;

    // Filled as columns are met, by whoever meets them first; two writers at once write the same.
    private static readonly byte[]?[] Addresses = new byte[]?[ColumnLetters.MaxColumns];
    private readonly byte[] _rowDigits = new byte[8];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int _rowDigitsLength;
    private int _column;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>The column that the next cell stands in.</summary>
    public int Column => _column;

    public void Clear() => Length = 0;

    public void BeginRow(int number)
    {
        number.TryFormat(_rowDigits, out _rowDigitsLength, provider: CultureInfo.InvariantCulture);
        _column = 0;
        Put("<row r=\""u8);
        Put(_rowDigits.AsSpan(0, _rowDigitsLength));
        Put("\">"u8);
    }

    public void EndRow() => Put("</row>"u8);

    public void Skip() => _column++;

    public void Text(ReadOnlySpan<char> text, int style)
    {
        BeginCell(style);
        text = XmlText.Fit(text);
        var keepsSpaces = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
        Put(keepsSpaces ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        Reserve(text.Length * XmlText.MaxBytesForChar);
        Length += XmlText.Write(text, _bytes.AsSpan(Length));
        Put("</t></is></c>"u8);
    }

    public void Number<T>(T value, int style) where T : IUtf8SpanFormattable
    {
        BeginCell(style);
        Put("><v>"u8);
        Reserve(MaxNumberBytes);
        value.TryFormat(_bytes.AsSpan(Length), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        Put("</v></c>"u8);
    }

    public void Flag(bool value, int style)
    {
        BeginCell(style);
        Put(value ? " t=\"b\"><v>1</v></c>"u8 : " t=\"b\"><v>0</v></c>"u8);
    }

    public void Styled(int style)
    {
        BeginCell(style);
        Put("/>"u8);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void BeginCell(int style)
    {
        Put(Address(_column++));
        Put(_rowDigits.AsSpan(0, _rowDigitsLength));
        if (style == 0)
        {
            Put("\""u8);
            return;
        }

        Put("\" s=\""u8);
        Reserve(2);
        style.TryFormat(_bytes.AsSpan(Length), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        Put("\""u8);
    }

    private static byte[] Address(int column) => Addresses[column] ??= System.Text.Encoding.ASCII.GetBytes($"<c r=\"{ColumnLetters.Of(column)}");

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + more));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
