using AutoPortal.Kernel.Paging;

namespace AutoPortal.Ui.Exports;

/// <summary>Where lists order their files. The grid knows no rule: it says what stands on the screen, and shows what the desk answers.</summary>
public interface IExportDesk
{
    /// <summary>Whether the person may take this list away at all.</summary>
    bool Has(string list);

    /// <summary>What an order would mean: rows, columns, masks, and whether somebody must approve it.</summary>
    Task<ExportOffer> LookAsync(ExportAsk ask, CancellationToken ct);

    /// <summary>Orders the file.</summary>
    Task<ExportAnswer> OrderAsync(ExportAsk ask, ExportWish wish, CancellationToken ct);
}

/// <summary>What stands on the screen.</summary>
/// <param name="List">Code of the list.</param>
/// <param name="View">Its tab or record; null where it has only one.</param>
/// <param name="Query">Search, filters and order.</param>
/// <param name="Columns">Names of the columns that are shown, from left to right.</param>
public sealed record ExportAsk(string List, string? View, PageRequest Query, IReadOnlyList<string> Columns);

/// <summary>What an order would mean.</summary>
/// <param name="Title">The list's name.</param>
/// <param name="Rows">How many; null where they are too many to count.</param>
/// <param name="Columns">What can be taken; those on the screen first and chosen.</param>
/// <param name="RowsLeft">Rows with personal data that may still go today without a second person.</param>
/// <param name="MayReveal">Whether the person may ask for masked columns in full.</param>
/// <param name="ComesBack">Whether an import takes the workbook back.</param>
public sealed record ExportOffer(string Title, long? Rows, IReadOnlyList<ExportChoice> Columns, long RowsLeft, bool MayReveal, bool ComesBack);

/// <summary>A column that can be taken.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="IsShown">It stands on the screen.</param>
/// <param name="IsFixed">It names the row and always goes.</param>
/// <param name="IsPersonal">It tells of a natural person.</param>
/// <param name="IsMasked">It goes masked.</param>
public sealed record ExportChoice(string Code, string Title, bool IsShown, bool IsFixed, bool IsPersonal, bool IsMasked);

/// <summary>What the person chose.</summary>
/// <param name="Columns">Codes, from left to right.</param>
/// <param name="IsCsv">A text file instead of a workbook.</param>
/// <param name="IsRevealed">Masked columns in full.</param>
/// <param name="Reason">What it is for.</param>
public sealed record ExportWish(IReadOnlyList<string> Columns, bool IsCsv, bool IsRevealed, string Reason);

/// <summary>What became of an order.</summary>
/// <param name="Refusal">Why not, in the person's language; null where it was ordered.</param>
/// <param name="Waits">Somebody must approve it first.</param>
/// <param name="Href">Where it can be followed and fetched.</param>
public sealed record ExportAnswer(string? Refusal, bool Waits, string Href);
