namespace AutoPortal.Kernel.Workbooks;

/// <summary>How much a table file may ask of us before it is refused.</summary>
public sealed record TableLimits
{
    /// <summary>What is taken where nothing else is said.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>Size as sent, looked at before a byte is read.</summary>
    public long MaxFileBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Parts of a workbook's archive.</summary>
    public int MaxParts { get; init; } = 2_000;

    /// <summary>All parts unpacked; counted while unpacking, whatever the archive claims.</summary>
    public long MaxUnpackedBytes { get; init; } = 1L * 1024 * 1024 * 1024;

    /// <summary>Unpacked bytes for each packed one. Small parts are spared: a short sheet of equal rows packs very well.</summary>
    public int MaxRatio { get; init; } = 300;

    /// <summary>Rows with content below the header.</summary>
    public int MaxRows { get; init; } = 1_048_576;

    /// <summary>Columns, at most what a sheet can have.</summary>
    public int MaxColumns { get; init; } = ColumnLetters.MaxColumns;

    /// <summary>Characters of one cell; Excel itself ends at 32,767.</summary>
    public int MaxCellChars { get; init; } = 32_767;

    /// <summary>Memory for a workbook's shared texts, the only part that is held as a whole.</summary>
    public long MaxSharedTextBytes { get; init; } = 192L * 1024 * 1024;

    /// <summary>Merged ranges of a sheet.</summary>
    public int MaxMerges { get; init; } = 100_000;
}
