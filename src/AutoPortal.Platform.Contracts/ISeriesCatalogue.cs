namespace AutoPortal.Platform.Contracts;

/// <summary>The car series of the scope's tenant.</summary>
public interface ISeriesCatalogue
{
    /// <summary>All series, sold or not, in the order in which the tenant shows them (rank, then code); from memory.</summary>
    Task<IReadOnlyList<SeriesFacts>> ListAsync(CancellationToken ct);
}

/// <summary>A car series.</summary>
/// <param name="Id">The series.</param>
/// <param name="BrandId">Its brand.</param>
/// <param name="Code">The code that leads, pages and files use.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="BodyStyle"><c>suv</c>, <c>sedan</c>, <c>hatchback</c> or <c>mpv</c>.</param>
/// <param name="Energy"><c>fuel</c>, <c>hybrid</c>, <c>plug_in</c> or <c>electric</c>.</param>
/// <param name="PriceFromFen">Cheapest guide price, fen.</param>
/// <param name="IsOnSale">Sold today.</param>
public sealed record SeriesFacts(Guid Id, Guid BrandId, string Code, string Name, string NameEn, string BodyStyle, string Energy, long PriceFromFen, bool IsOnSale);
