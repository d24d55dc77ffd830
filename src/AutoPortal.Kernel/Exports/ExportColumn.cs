using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Exports;

/// <summary>A column that can be taken.</summary>
/// <param name="Code">snake_case; the grid's column of the same name stands for it.</param>
/// <param name="TitleKey">Its heading in the texts of the list.</param>
/// <param name="Kind">How a workbook formats it.</param>
public record ExportColumn(string Code, string TitleKey, ColumnKind Kind = ColumnKind.General)
{
    /// <summary>Its heading where no text has it, such as the words of a question; null takes the text.</summary>
    public string? Title { get; init; }

    /// <summary>Tells of a natural person: a file with it needs a reason, and approval above the row cap.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Is written masked unless the person may, and asks to, take it in full.</summary>
    public bool IsMasked { get; init; }
}

/// <summary>A column and what stands in it.</summary>
/// <param name="Code">snake_case.</param>
/// <param name="TitleKey">Its heading in the texts of the list.</param>
/// <param name="Value">Text, whole or decimal number, day, moment, truth, or null.</param>
/// <param name="Kind">How a workbook formats it.</param>
public sealed record ExportColumn<TRow>(string Code, string TitleKey, Func<TRow, object?> Value, ColumnKind Kind = ColumnKind.General) : ExportColumn(Code, TitleKey, Kind);
