using System.Runtime.CompilerServices;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;

namespace AutoPortal.Kernel.Exports;

/// <summary>A list that is exported through the very query its screen uses, page by page.</summary>
/// <typeparam name="TRow">A row of that query.</typeparam>
public abstract class ExportList<TRow> : IExportList
{
    // Large enough that the way to the database does not count, small enough to stay in memory.
    private const int PageRows = 2_000;
    private static readonly IReadOnlyDictionary<Guid, string> Nothing = new Dictionary<Guid, string>();

    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract string Permission { get; }

    /// <inheritdoc/>
    public abstract Type Texts { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ExportColumn> Columns => Sheet;

    /// <inheritdoc/>
    public virtual string? ImportKind => null;

    /// <inheritdoc/>
    public virtual string? RevealPermission => null;

    /// <summary>The columns and what stands in them.</summary>
    protected abstract IReadOnlyList<ExportColumn<TRow>> Sheet { get; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ExportColumn>> ColumnsOfAsync(string? view, CancellationToken ct) => await SheetOfAsync(view, ct);

    /// <inheritdoc/>
    public async Task<long?> CountAsync(ExportOrder order, CancellationToken ct)
        => (await PageAsync(order.View, order.Query with { After = null, Size = 1 }, ct)).Total;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExportRow> RowsAsync(ExportOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        var sheet = await SheetOfAsync(order.View, ct);
        ExportColumn<TRow>[] columns = [.. order.Columns.Select(code => sheet.First(c => c.Code == code))];
        var first = order.Query with { After = null, Size = PageRows, IsTotalWanted = false };
        for (Task<Page<TRow>>? reading = PageAsync(order, first, ct); reading is not null;)
        {
            var page = await reading;
            var inFull = order.IsRevealed ? await RevealAsync(page.Rows, ct) : Nothing;
            // The database reads on while these rows are written.
            reading = page.NextAfter is { } after ? PageAsync(order, first with { After = after }, ct) : null;
            try
            {
                foreach (var row in page.Rows)
                {
                    yield return Of(row, columns, inFull);
                }
            }
            finally
            {
                // Whoever stops half-way leaves nobody reading behind.
                await (reading ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The columns of one view, where it has some of its own.</summary>
    protected virtual Task<IReadOnlyList<ExportColumn<TRow>>> SheetOfAsync(string? view, CancellationToken ct) => Task.FromResult(Sheet);

    /// <summary>A page of what was ordered, for lists that read less where less is wanted.</summary>
    protected virtual Task<Page<TRow>> PageAsync(ExportOrder order, PageRequest page, CancellationToken ct) => PageAsync(order.View, page, ct);

    /// <summary>A page of the list, as its screen gets it.</summary>
    protected abstract Task<Page<TRow>> PageAsync(string? view, PageRequest page, CancellationToken ct);

    /// <summary>Which row it is.</summary>
    protected abstract Guid IdOf(TRow row);

    /// <summary>The row's version, where an import takes the file back.</summary>
    protected virtual string VersionOf(TRow row) => "";

    /// <summary>What the masked columns hide, by row.</summary>
    protected virtual Task<IReadOnlyDictionary<Guid, string>> RevealAsync(IReadOnlyList<TRow> rows, CancellationToken ct) => Task.FromResult(Nothing);

    private ExportRow Of(TRow row, ExportColumn<TRow>[] columns, IReadOnlyDictionary<Guid, string> inFull)
    {
        var id = IdOf(row);
        var cells = new object?[columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = columns[i].IsMasked && inFull.TryGetValue(id, out var whole) ? whole : columns[i].Value(row);
        }

        return new(id, cells, ImportKind is null ? null : Stamp(row, id, columns, cells));
    }

    private RowStamp Stamp(TRow row, Guid id, ExportColumn<TRow>[] columns, object?[] cells)
    {
        var said = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            said[columns[i].Code] = ExportCells.TextOf(cells[i]);
        }

        return new(id, VersionOf(row), said);
    }
}
