namespace AutoPortal.Kernel.Imports;

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    /// <summary>A new record.</summary>
    Created,

    /// <summary>A known record is changed.</summary>
    Updated,

    /// <summary>A known record that says the same already.</summary>
    Same,

    /// <summary>A duplicate, taken in by a known record.</summary>
    Merged,

    /// <summary>A second row about a record of the same file: only the first counts, and nothing is written.</summary>
    Skipped,

    /// <summary>Not taken; its issues say why.</summary>
    Refused,
}

/// <summary>What became of a row, or would.</summary>
/// <param name="RowNumber">Of the file.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Result">The kind's own word, such as <c>accepted</c> or <c>invalid:bad_phone</c>; counted.</param>
public sealed record RowVerdict(int RowNumber, RowOutcome Outcome, string Result)
{
    /// <summary>Result of the records in <see cref="AlsoCreated"/>.</summary>
    public const string BroughtAlong = "also_created";

    /// <summary>A second word that is counted beside the result, such as a lead's level; or null.</summary>
    public string? Facet { get; init; }

    /// <summary>The record, where there is one.</summary>
    public Guid? RootId { get; init; }

    /// <summary>Further records that the row brought, such as the region of a dealer; an undo takes them back after the row's own.</summary>
    public IReadOnlyList<Guid> AlsoCreated { get; init; } = [];

    /// <summary>All of the row's issues at once.</summary>
    public IReadOnlyList<RowIssue> Issues { get; init; } = [];

    /// <summary>Cells that differ from the known record.</summary>
    public IReadOnlyList<CellDifference> Differences { get; init; } = [];
}

/// <summary>What is wrong with a cell, or worth a look.</summary>
/// <param name="Field">Code of the field; empty for the row as a whole.</param>
/// <param name="Code">Its words are the text <c>import.issue.{code}</c> of the kind.</param>
/// <param name="IsWarning">The row is taken all the same.</param>
public sealed record RowIssue(string Field, string Code, bool IsWarning = false)
{
    /// <summary>What the words are filled with.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>A cell of the file beside what is stored.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Stored">What is stored now.</param>
/// <param name="Given">What the file says.</param>
/// <param name="Exported">What was stored when the file was exported; null where it was not.</param>
public sealed record CellDifference(string Field, string? Stored, string? Given, string? Exported = null)
{
    /// <summary>Both the file and somebody else changed it since the export: a person decides.</summary>
    public bool IsConflict => Exported is not null && Exported != Stored && Exported != Given && Stored != Given;
}
