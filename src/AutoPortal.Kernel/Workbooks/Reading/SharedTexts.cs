using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>A workbook's shared texts as UTF-8 in large pieces: millions of them take the memory of their letters, not of as many objects.</summary>
internal sealed class SharedTexts
{
    private const int PieceBytes = 1024 * 1024;
    private const int BytesForEach = sizeof(long);
    private const int LengthBits = 18;
    private const int RecentTexts = 4_096;
    private readonly List<byte[]> _pieces = [];
    private readonly List<long> _places = [];
    private readonly (int Index, string? Text)[] _recent = new (int, string?)[RecentTexts];
    private int _free = PieceBytes;

    public static async Task<SharedTexts> ReadAsync(XmlScanner? xml, TableLimits limits, CancellationToken ct)
    {
        var texts = new SharedTexts();
        var text = new RichText(limits.MaxCellChars);
        XmlToken token;
        while (xml is not null && (token = await xml.ReadAsync(ct)) != XmlToken.EndOfFile)
        {
            text.Take(token, xml);
            if (xml.Name.SequenceEqual("si"u8) && (token == XmlToken.End || (token == XmlToken.Start && xml.IsEmptyElement)))
            {
                texts.Add(text.Finish(), limits);
            }
        }

        return texts;
    }

    /// <returns>The text, or null where there is none of that number.</returns>
    public string? Find(int index)
    {
        if ((uint)index >= (uint)_places.Count)
        {
            return null;
        }

        ref var recent = ref _recent[index % RecentTexts];
        if (recent.Text is null || recent.Index != index)
        {
            recent = (index, Decode(_places[index]));
        }

        return recent.Text;
    }

    private string Decode(long place)
    {
        var (at, length) = (place >> LengthBits, (int)(place & ((1 << LengthBits) - 1)));
        return Encoding.UTF8.GetString(_pieces[(int)(at / PieceBytes)], (int)(at % PieceBytes), length);
    }

    private void Add(string text, TableLimits limits)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_free + length > PieceBytes)
        {
            _pieces.Add(new byte[PieceBytes]);
            _free = 0;
        }

        if ((long)_pieces.Count * PieceBytes + (long)_places.Count * BytesForEach > limits.MaxSharedTextBytes || length >> LengthBits > 0)
        {
            throw new TableFaultException(TableFaultKind.UnpacksTooLarge);
        }

        Encoding.UTF8.GetBytes(text, _pieces[^1].AsSpan(_free));
        _places.Add(((long)(_pieces.Count - 1) * PieceBytes + _free) << LengthBits | (long)length);
        _free += length;
    }
}
