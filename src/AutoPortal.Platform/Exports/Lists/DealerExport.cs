using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports.Dealers;
using AutoPortal.Platform.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports.Lists;

/// <summary>Dealers in the cells that an import reads: the file comes back with what was changed in it.</summary>
internal sealed class DealerExport(IDbContextFactory<PlatformDb> dbs, DealerCells cells, CurrentScope scope, IStringLocalizer<PlatformTexts> text, TimeProvider clock) : ExportList<DealerExport.Row>
{
    private static readonly Dictionary<string, ColumnKind> Kinds = new(StringComparer.Ordinal)
    {
        [DealerCells.CodeField] = ColumnKind.Identifier,
        [DealerCells.Hotline] = ColumnKind.Identifier,
        [DealerCells.OpensAt] = ColumnKind.Identifier,
        [DealerCells.ClosesAt] = ColumnKind.Identifier,
    };

    private readonly Dictionary<Guid, DealerDictionaries> _words = [];

    public override string Code => "dealers";

    public override string Permission => PlatformPermissions.OrganisationRead;

    public override Type Texts => typeof(PlatformTexts);

    public override string? ImportKind => "dealers";

    protected override IReadOnlyList<ExportColumn<Row>> Sheet { get; } =
    [
        .. DealerCells.Fields.Select(field => new ExportColumn<Row>(field.Code, "import.dealers." + field.Code, row => row.Cells[field.Code], Kinds.GetValueOrDefault(field.Code))),
        new("state", "org.state", row => row.State),
        new("left_on", "org.left_on", row => row.LeftOn, ColumnKind.Day),
    ];

    protected override async Task<Page<Row>> PageAsync(string? view, PageRequest page, CancellationToken ct)
    {
        if (!scope.May(Permission))
        {
            return Page<Row>.Empty;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        await using var db = await dbs.CreateDbContextAsync(ct);
        var dealers = DealerFilters.Narrow(db.Dealers.Include(d => d.Placements), page, today);
        long? total = page.IsTotalWanted ? await dealers.LongCountAsync(ct) : null;
        var found = await DealerOrder.After(dealers, page).Take(page.Size + 1).ToListAsync(ct);
        var rows = new List<Row>(found.Count);
        foreach (var dealer in found.Take(page.Size))
        {
            rows.Add(new(dealer.Id, db.VersionOf(dealer), DealerCells.Of(dealer, dealer.PlacementOn(today), await WordsAsync(dealer.BrandId, ct)), text["dealer_state." + SnakeCaseNames.Of(dealer.StateOn(today).ToString())], dealer.LeftOn));
        }

        return new(rows, found.Count > page.Size ? DealerOrder.MarkOf(found[page.Size - 1], page) : null, total);
    }

    protected override Guid IdOf(Row row) => row.Id;

    protected override string VersionOf(Row row) => row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<DealerDictionaries> WordsAsync(Guid brandId, CancellationToken ct)
    {
        if (!_words.TryGetValue(brandId, out var words))
        {
            _words[brandId] = words = await cells.ReadDictionariesAsync(brandId, ct);
        }

        return words;
    }

    internal sealed record Row(Guid Id, uint Version, Dictionary<string, string> Cells, string State, DateOnly? LeftOn);
}
