using System.Globalization;

namespace AutoPortal.Kernel.Workbooks;

/// <summary>What a cell holds.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing, or an empty text.</summary>
    Empty,

    /// <summary>Text; in a CSV every filled cell.</summary>
    Text,

    /// <summary>A number without a date format.</summary>
    Number,

    /// <summary>A number whose format shows a day, a time or both.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Bool,

    /// <summary>A formula's error such as <c>#N/A</c>, or a day that never was.</summary>
    Error,
}

/// <summary>A cell as it was read; a formula is its last result.</summary>
public readonly record struct TableCell
{
    private readonly string? _text;
    private readonly DateTime _date;

    internal TableCell(CellKind kind, string text, DateTime date = default)
    {
        Kind = kind;
        _text = text;
        _date = date;
    }

    /// <summary>What it holds.</summary>
    public CellKind Kind { get; }

    /// <summary>
    /// Never null. Texts as typed, with their spaces; numbers in digits without exponent, so that a phone number stored as a number reads as one;
    /// dates as <c>2026-11-26</c>, <c>2026-11-26 09:30:00</c> or <c>09:30:00</c>; <c>TRUE</c> and <c>FALSE</c>; errors as Excel writes them.
    /// </summary>
    public string Text => _text ?? "";

    /// <summary>Day and time without zone, as the person sees them; null for any other kind. A time without a day is on the last day of 1899.</summary>
    public DateTime? Date => Kind == CellKind.Date ? _date : null;

    /// <summary>Value of a number; null for any other kind, and for numbers beyond <see cref="decimal"/>.</summary>
    public decimal? Number => Kind == CellKind.Number && decimal.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Value of a truth; null for any other kind.</summary>
    public bool? Flag => Kind == CellKind.Bool ? _text == "TRUE" : null;

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => Kind == CellKind.Empty;

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static TableCell OfText(string text) => text.Length == 0 ? default : new TableCell(CellKind.Text, text);
}
