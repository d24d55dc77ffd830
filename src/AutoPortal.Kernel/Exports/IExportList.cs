using AutoPortal.Kernel.Paging;

namespace AutoPortal.Kernel.Exports;

/// <summary>A list that people take away as a file. Its module registers it with <c>AddExportList</c>; it is made anew in the scope of who ordered the file, and shows what that person sees.</summary>
public interface IExportList
{
    /// <summary>Such as <c>dealers</c>: what a grid names, and the end of its text <c>export.{code}</c>.</summary>
    string Code { get; }

    /// <summary>Permission that the list takes on the screen too.</summary>
    string Permission { get; }

    /// <summary>The resource that has its texts.</summary>
    Type Texts { get; }

    /// <summary>What can be taken, in the usual order. The first one names the row and is always taken.</summary>
    IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>The kind of import that takes this file back; null where none does.</summary>
    string? ImportKind { get; }

    /// <summary>Permission to take masked columns in full; null where nobody may.</summary>
    string? RevealPermission { get; }

    /// <summary>The columns of one view, where its record has some of its own behind <see cref="Columns"/>.</summary>
    Task<IReadOnlyList<ExportColumn>> ColumnsOfAsync(string? view, CancellationToken ct) => Task.FromResult(Columns);

    /// <summary>How many rows the order has; null where that is more than is worth counting.</summary>
    Task<long?> CountAsync(ExportOrder order, CancellationToken ct);

    /// <summary>The rows, in the order of the list, read as they are asked for.</summary>
    IAsyncEnumerable<ExportRow> RowsAsync(ExportOrder order, CancellationToken ct);
}

/// <summary>What is taken of a list.</summary>
/// <param name="View">The tab or the record whose list it is; null where the list has only one.</param>
/// <param name="Query">Search, filters and order, exactly as the screen asks; page and size are the export's own.</param>
/// <param name="Columns">Codes of columns, from left to right.</param>
/// <param name="IsRevealed">Masked columns are taken in full.</param>
public sealed record ExportOrder(string? View, PageRequest Query, IReadOnlyList<string> Columns, bool IsRevealed);
