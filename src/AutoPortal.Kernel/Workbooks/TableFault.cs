using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Kernel.Workbooks;

/// <summary>Why a table file, or a place in it, cannot be read.</summary>
public enum TableFaultKind
{
    /// <summary>The file has no bytes or no filled cell.</summary>
    Empty,

    /// <summary>Neither an Excel workbook nor a text table.</summary>
    NotATable,

    /// <summary>An <c>.xls</c> of Excel 97–2003, whatever its name says.</summary>
    OldExcel,

    /// <summary>Opens only with a password.</summary>
    PasswordProtected,

    /// <summary>Carries macros.</summary>
    Macros,

    /// <summary>Cut off or otherwise broken.</summary>
    Damaged,

    /// <summary>More bytes than allowed. Details: the limit in MB.</summary>
    FileTooLarge,

    /// <summary>Unpacks into more than allowed: a zip bomb, or close to one.</summary>
    UnpacksTooLarge,

    /// <summary>Its XML declares a document type, which could name entities or outside files.</summary>
    ForbiddenMarkup,

    /// <summary>Details: the limit.</summary>
    TooManyColumns,

    /// <summary>Details: the limit.</summary>
    TooManyRows,

    /// <summary>Details: the limit in characters, row, column letters; the latter two are a dash where unknown.</summary>
    CellTooLong,

    /// <summary>No row that could name the columns. Details: the row looked at, or a dash.</summary>
    NoHeader,

    /// <summary>Two columns with one name. Details: the name, the letters of the columns.</summary>
    DuplicateHeader,

    /// <summary>The chosen sheet is not there. Details: its name, or a dash where the book has none that can be read.</summary>
    NoSuchSheet,

    /// <summary>The text is neither UTF-8, UTF-16 nor GB18030.</summary>
    UnknownEncoding,

    /// <summary>A quotation mark that is opened in this row is never closed. Details: the row.</summary>
    UnclosedQuote,

    /// <summary>More merged ranges than allowed. Details: the limit.</summary>
    TooManyMerges,
}

/// <summary>A fault of a table file, in words for the person who sent it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Details">Values for the placeholders of the text, in order.</param>
public sealed record TableFault(TableFaultKind Kind, params object[] Details)
{
    private const string Unknown = "–";

    /// <summary>Key of its words in <see cref="TableTexts"/>.</summary>
    public string Code => Kind switch
    {
        TableFaultKind.Empty => "kernel.table_empty",
        TableFaultKind.NotATable => "kernel.table_unknown_type",
        TableFaultKind.OldExcel => "kernel.table_old_excel",
        TableFaultKind.PasswordProtected => "kernel.table_password",
        TableFaultKind.Macros => "kernel.table_macros",
        TableFaultKind.Damaged => "kernel.table_damaged",
        TableFaultKind.FileTooLarge => "kernel.table_file_too_large",
        TableFaultKind.UnpacksTooLarge => "kernel.table_unpacks_too_large",
        TableFaultKind.ForbiddenMarkup => "kernel.table_forbidden_markup",
        TableFaultKind.TooManyColumns => "kernel.table_too_many_columns",
        TableFaultKind.TooManyRows => "kernel.table_too_many_rows",
        TableFaultKind.CellTooLong => "kernel.table_cell_too_long",
        TableFaultKind.NoHeader => "kernel.table_no_header",
        TableFaultKind.DuplicateHeader => "kernel.table_duplicate_header",
        TableFaultKind.NoSuchSheet => "kernel.table_no_such_sheet",
        TableFaultKind.UnknownEncoding => "kernel.table_unknown_encoding",
        TableFaultKind.UnclosedQuote => "kernel.table_unclosed_quote",
        TableFaultKind.TooManyMerges => "kernel.table_too_many_merges",
        _ => throw new InvalidOperationException($"No words for {Kind}."),
    };

    /// <summary>Row as the person counts it, from 1; null where the fault has no single row.</summary>
    public int? Row { get; init; }

    /// <summary>Column from 0; null where the fault has no single column.</summary>
    public int? Column { get; init; }

    /// <summary>The same as a refusal.</summary>
    public Refusal ToRefusal() => new(Code, Details);

    internal static TableFault TooLong(int limit, int? row, int? column) => new(
        TableFaultKind.CellTooLong,
        limit,
        row is { } r ? r : Unknown,
        column is { } c ? ColumnLetters.Of(c) : Unknown)
    {
        Row = row,
        Column = column,
    };

    internal static TableFault HeaderMissing(int? row) => new(TableFaultKind.NoHeader, row is { } r ? r : Unknown) { Row = row };

    internal static TableFault SheetMissing(string? name) => new(TableFaultKind.NoSuchSheet, name ?? Unknown);
}

/// <summary>A table file cannot be read, or not further. The only exception that reading throws for what the file holds.</summary>
public sealed class TableFaultException(TableFault fault, Exception? cause = null) : Exception(fault.Code, cause)
{
    internal TableFaultException(TableFaultKind kind, params object[] details)
        : this(new TableFault(kind, details))
    {
    }

    /// <summary>What is wrong, and where.</summary>
    public TableFault Fault { get; } = fault;
}
