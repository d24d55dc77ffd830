using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;

namespace AutoPortal.Testing.Imports;

/// <summary>Brings rows of one kind of file in as the house does it, without the file around them.</summary>
public static class ImportTrial
{
    private static readonly PageRequest AllRows = PageRequest.First(10_000);

    /// <summary>Rows of one file, numbered as a person sees them below the header.</summary>
    public static IReadOnlyList<ImportRow> File(params IReadOnlyList<(string Field, string? Value)>[] rows)
    {
        var keys = new RowKeys();
        return [.. rows.Select((row, place) =>
        {
            var values = row.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(c => c.Field, c => ImportText.Normalise(c.Value), StringComparer.Ordinal);
            return new ImportRow(place + 2, keys.Next(values), values);
        })];
    }

    /// <summary>Takes rows in, batch by batch, as a run of its own.</summary>
    public static async Task<Guid> ImportAsync(this TestTenant tenant, string kind, IReadOnlyList<ImportRow> rows, Func<ImportOrder, ImportOrder>? wish = null, int batch = 1_000, Guid? run = null)
    {
        await using var house = tenant.AsSystem();
        var (work, id) = await OpenAsync(house, kind, wish, run);
        foreach (var part in rows.Chunk(batch))
        {
            await work.ApplyAsync(part, default);
        }

        return id;
    }

    /// <summary>Looks at rows, batch by batch.</summary>
    public static async Task<Guid> PreviewAsync(this TestTenant tenant, string kind, IReadOnlyList<ImportRow> rows, Func<ImportOrder, ImportOrder>? wish = null, int batch = 1_000)
    {
        await using var house = tenant.AsSystem();
        var (work, id) = await OpenAsync(house, kind, wish, null);
        foreach (var part in rows.Chunk(batch))
        {
            await work.PreviewAsync(part, default);
        }

        return id;
    }

    /// <summary>Takes a run back to its end.</summary>
    public static async Task<UndoTally> UndoAsync(this TestTenant tenant, string kind, Guid run)
    {
        await using var house = tenant.AsSystem();
        var ledger = house.ImportKind(kind).Ledger;
        var sum = new UndoTally(0, 0);
        while (await ledger.UndoNextAsync(run, 40, default) is { } step)
        {
            sum = new(sum.Undone + step.Undone, sum.Left + step.Left);
        }

        return sum;
    }

    public static async Task<ImportTally> TallyAsync(this TestTenant tenant, string kind, Guid run, bool isPreview = false)
    {
        await using var house = tenant.AsSystem();
        return await house.ImportKind(kind).Ledger.TallyAsync(run, isPreview, default);
    }

    /// <summary>The rows that the ledger tells of, by number.</summary>
    public static async Task<IReadOnlyList<ImportedRow>> ImportedAsync(this TestTenant tenant, string kind, Guid run, bool isPreview = false)
    {
        await using var house = tenant.AsSystem();
        return (await house.ImportKind(kind).Ledger.RowsAsync(run, isPreview, AllRows, default)).Rows;
    }

    public static IImportKind ImportKind(this TestTenant tenant, string kind) => tenant.Get<IEnumerable<IImportKind>>().Single(k => k.Code == kind);

    private static async Task<(IImportWork Work, Guid Run)> OpenAsync(TestTenant house, string kind, Func<ImportOrder, ImportOrder>? wish, Guid? run)
    {
        var order = new ImportOrder(run ?? Ids.New(TimeProvider.System), null, ImportMode.Upsert, false, false, house.Get<TimeProvider>().GetUtcNow());
        var opened = await house.ImportKind(kind).OpenAsync(wish?.Invoke(order) ?? order, default);
        return (opened.IsOk ? opened.Value : throw new InvalidOperationException(opened.Refusal.Code), order.RunId);
    }
}
