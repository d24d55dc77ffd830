using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;

namespace AutoPortal.Kernel.Imports;

/// <summary>A kind of file that people import. Its module registers it with <c>AddImportKind</c>; it is made anew in the scope of who imports.</summary>
public interface IImportKind
{
    /// <summary>Such as <c>dealers</c>: the verb's word, and the middle of its texts <c>import.{code}</c> and <c>import.{code}.purpose</c>.</summary>
    string Code { get; }

    /// <summary>Permission that it takes.</summary>
    string Permission { get; }

    /// <summary>Name in the icon set.</summary>
    string Icon { get; }

    /// <summary>The resource that has its texts.</summary>
    Type Texts { get; }

    /// <summary>Its columns, in the order of the template.</summary>
    IReadOnlyList<ImportField> Fields { get; }

    /// <summary>What rows of this kind can be told to do, the usual way first; with only one, nobody is asked.</summary>
    IReadOnlyList<ImportMode> Modes { get; }

    /// <summary>Whether taking rows in notifies people and starts automation, so that the person chooses between history and news.</summary>
    bool HasConsequences { get; }

    /// <summary>What may be written into a field today, from the live dictionaries; fields without a list are absent.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct);

    /// <summary>Gets ready for one run.</summary>
    /// <returns>Refused where the order lacks something, such as the brand.</returns>
    Task<Outcome<IImportWork>> OpenAsync(ImportOrder order, CancellationToken ct);

    /// <summary>What the second count of results is called, such as <c>levels_of_accepted</c>; null where the kind has none.</summary>
    string? FacetName { get; }

    /// <summary>Its words in the order in which people name them; others follow.</summary>
    IReadOnlyList<string> FacetOrder { get; }

    /// <summary>Where the list of a record is, or null where it has none.</summary>
    string? AddressOf(Guid rootId);

    /// <summary>What the ledger keeps of runs of this kind.</summary>
    IImportLedger Ledger { get; }
}

/// <summary>One run at work. Rows come in the order of the file, batch by batch.</summary>
public interface IImportWork
{
    /// <summary>What would become of the rows; nothing is changed but the preview in the ledger.</summary>
    Task PreviewAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct);

    /// <summary>Takes the rows in, all or none of them, with the ledger in the same transaction. Rows that were imported before are left alone.</summary>
    Task ApplyAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct);
}

/// <summary>What is kept of runs.</summary>
public interface IImportLedger
{
    /// <summary>Counts of a run so far.</summary>
    Task<ImportTally> TallyAsync(Guid runId, bool isPreview, CancellationToken ct);

    /// <summary>Counts of what was taken in by several runs, without what an undo took back.</summary>
    Task<IReadOnlyDictionary<Guid, ImportTally>> TalliesAsync(IReadOnlyList<Guid> runIds, CancellationToken ct);

    /// <summary>Rows worth a look, by row number. Filters: <c>outcome</c>, <c>issues</c> (<c>yes</c>), <c>conflicts</c> (<c>yes</c>), <c>undo</c> (<c>left</c>).</summary>
    Task<Page<ImportedRow>> RowsAsync(Guid runId, bool isPreview, PageRequest page, CancellationToken ct);

    /// <summary>Issues by row number from a row on, for the error workbook.</summary>
    Task<IReadOnlyList<ImportedRow>> RefusedAsync(Guid runId, bool isPreview, int afterRow, int count, CancellationToken ct);

    /// <summary>Forgets the preview of a run.</summary>
    Task ForgetPreviewAsync(Guid runId, CancellationToken ct);

    /// <summary>Takes back the next records of a run: before-images restored, new ones removed; what changed since is marked and left.</summary>
    /// <returns>Null when nothing is left to do.</returns>
    Task<UndoTally?> UndoNextAsync(Guid runId, int count, CancellationToken ct);
}

/// <summary>How far an undo step came.</summary>
/// <param name="Undone">Records taken back.</param>
/// <param name="Left">Records left, because somebody changed them since or because others need them.</param>
public sealed record UndoTally(int Undone, int Left);
