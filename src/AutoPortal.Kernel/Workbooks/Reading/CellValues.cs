using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Puts one cell at a time together: its type and style, its value, its text.</summary>
internal sealed class CellValues(SharedTexts texts, DateStyles dates, bool starts1904, TableLimits limits)
{
    private readonly TextCollector _value = new(limits.MaxCellChars);
    private readonly RichText _inline = new(limits.MaxCellChars);
    private CellType _type;
    private bool _isDate;
    private bool _isInValue;

    private enum CellType
    {
        Number,
        Shared,
        Inline,
        Formula,
        Bool,
        Error,
        Date,
    }

    /// <returns>The cell's address, empty where it has none.</returns>
    public ReadOnlySpan<byte> BeginCell(XmlScanner xml)
    {
        ReadOnlySpan<byte> address = [];
        (_type, _isDate, _isInValue) = (CellType.Number, false, false);
        _value.Clear();
        var rest = xml.Attributes;
        while (XmlScanner.TakeAttribute(ref rest, out var name, out var value))
        {
            switch (name)
            {
                case [(byte)'r']:
                    address = value;
                    break;
                case [(byte)'s']:
                    _isDate = dates[ColumnLetters.Number(value)];
                    break;
                case [(byte)'t']:
                    _type = TypeOf(value);
                    break;
            }
        }

        return address;
    }

    public void Begin(XmlScanner xml)
    {
        if (_type == CellType.Inline)
        {
            _inline.Take(XmlToken.Start, xml);
        }
        else
        {
            _isInValue = xml.Name.SequenceEqual("v"u8) && !xml.IsEmptyElement;
        }
    }

    public void Take(XmlScanner xml)
    {
        if (_type == CellType.Inline)
        {
            _inline.Take(XmlToken.Text, xml);
        }
        else if (_isInValue)
        {
            _value.Append(xml.RawText, xml.IsVerbatim);
        }
    }

    public void End(XmlScanner xml)
    {
        if (_type == CellType.Inline)
        {
            _inline.Take(XmlToken.End, xml);
        }

        _isInValue = false;
    }

    public TableCell Finish() => _type switch
    {
        CellType.Inline => TableCell.OfText(_inline.Finish()),
        _ when _value.Length == 0 => default,
        CellType.Shared => TableCell.OfText(Shared()),
        CellType.Formula => TableCell.OfText(_value.Take()),
        CellType.Bool => new TableCell(CellKind.Bool, _value.Chars.Trim() is "1" or "true" ? "TRUE" : "FALSE"),
        CellType.Error => new TableCell(CellKind.Error, _value.Take()),
        CellType.Date => IsoDate(),
        _ => Number(),
    };

    private static CellType TypeOf(ReadOnlySpan<byte> type)
        => type.IsEmpty || type.SequenceEqual("n"u8) ? CellType.Number
        : type.SequenceEqual("s"u8) ? CellType.Shared
        : type.SequenceEqual("inlineStr"u8) ? CellType.Inline
        : type.SequenceEqual("str"u8) ? CellType.Formula
        : type.SequenceEqual("b"u8) ? CellType.Bool
        : type.SequenceEqual("e"u8) ? CellType.Error
        : type.SequenceEqual("d"u8) ? CellType.Date
        : throw new TableFaultException(TableFaultKind.Damaged);

    private string Shared()
        => int.TryParse(_value.Chars, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && texts.Find(index) is { } text
            ? text
            : throw new TableFaultException(TableFaultKind.Damaged);

    private TableCell IsoDate()
    {
        var written = _value.Take();
        return DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? ExcelDates.Cell(DateTime.SpecifyKind(date, DateTimeKind.Unspecified))
            : TableCell.OfText(written);
    }

    private TableCell Number()
    {
        if (_isDate && double.TryParse(_value.Chars, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            && ExcelDates.Cell(days, starts1904) is { } date)
        {
            return date;
        }

        return NumberText.Plain(_value.Chars) is { } number ? new TableCell(CellKind.Number, number) : TableCell.OfText(_value.Take());
    }
}
