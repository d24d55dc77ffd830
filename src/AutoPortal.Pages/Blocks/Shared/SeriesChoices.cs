using System.Globalization;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>The series of the catalogue, in its order.</summary>
internal sealed class SeriesChoices(ISeriesCatalogue catalogue) : IFieldChoices
{
    public const string Code = "series";

    public string Source => Code;

    public async Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct)
        => [.. (await catalogue.ListAsync(ct)).Where(s => s.IsOnSale).Select(Choice).Where(c => c.Answers(words)).Take(50)];

    public async Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct)
        => [.. (await catalogue.ListAsync(ct)).Where(s => values.Contains(s.Code, StringComparer.Ordinal)).Select(Choice)];

    private static FieldChoice Choice(SeriesFacts series)
        => new(series.Code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" && series.NameEn.Length > 0 ? series.NameEn : series.Name);
}
