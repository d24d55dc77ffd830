namespace AutoPortal.Kernel.Workbooks;

/// <summary>What a column is for.</summary>
public enum ColumnKind
{
    /// <summary>Texts, truths, anything.</summary>
    General,

    /// <summary>Phone, VIN, code: digits that are not a number. Blank cells too have the text format, so that Excel keeps what a person types.</summary>
    Identifier,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Amounts in yuan, shown with two decimals.</summary>
    Money,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Days with time.</summary>
    Moment,
}

/// <summary>A column to be written.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Kind">What it is for.</param>
public sealed record ColumnLayout(string Title, ColumnKind Kind = ColumnKind.General)
{
    /// <summary>In characters; null for the usual width of its kind.</summary>
    public int? Width { get; init; }

    /// <summary>Hidden from the person, for keys and versions that come back with the file.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What can be chosen from a drop-down; null for free input.</summary>
    public IReadOnlyList<string>? Choices { get; init; }
}

/// <summary>A sheet to be written.</summary>
/// <param name="Name">On its tab; what Excel does not allow is replaced, and a name that is taken gets a number.</param>
/// <param name="Columns">From left to right.</param>
public sealed record SheetLayout(string Name, IReadOnlyList<ColumnLayout> Columns)
{
    /// <summary>A line above the header, such as who exported this and when; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the header has filter arrows.</summary>
    public bool HasFilter { get; init; } = true;

    /// <summary>Rows of a sheet, header included; what goes beyond comes on a further sheet with the same header.</summary>
    public int MaxRows { get; init; } = 1_048_576;
}

/// <summary>What a workbook says about itself.</summary>
/// <param name="Title">In its properties.</param>
/// <param name="Creator">In its properties: who made it.</param>
/// <param name="CreatedAt">In its properties.</param>
public sealed record WorkbookFacts(string Title, string Creator, DateTimeOffset CreatedAt)
{
    /// <summary>Printed at the foot of every page; null for none.</summary>
    public string? Watermark { get; init; }
}
