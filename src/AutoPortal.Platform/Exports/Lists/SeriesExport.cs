using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Series;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports.Lists;

/// <summary>The series catalogue.</summary>
internal sealed class SeriesExport(SeriesQueries series, IStringLocalizer<PlatformTexts> text) : ExportList<SeriesRow>
{
    public override string Code => "series";

    public override string Permission => PlatformPermissions.SeriesRead;

    public override Type Texts => typeof(PlatformTexts);

    protected override IReadOnlyList<ExportColumn<SeriesRow>> Sheet { get; } =
    [
        new("name", "series.name", s => s.Name),
        new("name_en", "series.name_en", s => s.NameEn),
        new("code", "series.code", s => s.Code, ColumnKind.Identifier),
        new("brand", "series.brand", s => s.Brand),
        new("body", "series.body", s => text["body." + s.BodyStyle].Value),
        new("energy", "series.energy", s => text["energy." + s.Energy].Value),
        new("price", "series.price", s => s.PriceFromFen / 100m, ColumnKind.Money),
        new("state", "series.state", s => text[s.IsOnSale ? "series.on_sale" : "series.off_sale"].Value),
    ];

    protected override Task<Page<SeriesRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => series.ListAsync(page, ct);

    protected override Guid IdOf(SeriesRow row) => row.Id;
}
