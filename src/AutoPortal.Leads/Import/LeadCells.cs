using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Import;

/// <summary>The answers of a lead as cells of a file. Exports write them, and a file that comes back may correct them; everything else about a lead has a way of its own.</summary>
internal static class LeadCells
{
    public const string Name = "name";
    public const string Phone = "phone";

    /// <summary>What staff may correct by file: what the person answered. Phone, brand, dealer, source, consent and time decide whose lead it is, and why we may call (domain language §4.1, 4.4, 4.5).</summary>
    public static readonly IReadOnlyList<string> Correctable =
        [Name, CleaningFields.Series, CleaningFields.Province, CleaningFields.City, CleaningFields.District, CleaningFields.Window, CleaningFields.Budget];

    /// <summary>The lead's cells today, in the words that templates offer.</summary>
    public static Dictionary<string, string> Of(LeadAnswerFacts lead, Market market) => new(StringComparer.Ordinal)
    {
        [CleaningFields.Series] = lead.SeriesCode is { } code ? NameOf(market.SeriesOf(lead.BrandId), code) : "",
        [CleaningFields.Province] = lead.Province ?? "",
        [CleaningFields.City] = lead.City ?? "",
        [CleaningFields.District] = lead.District ?? "",
        [CleaningFields.Window] = lead.Window?.FileWord() ?? "",
        [CleaningFields.Budget] = WrittenWord.Of(CleaningFields.Budget, lead.Mended, lead.Written),
    };

    /// <summary>Words that mean what is stored become the same cell, however they are written; words that nobody knows stay.</summary>
    public static Dictionary<string, string> Canonical(IReadOnlyDictionary<string, string> cells, CleaningFacts facts)
    {
        var canonical = new Dictionary<string, string>(cells, StringComparer.Ordinal);
        Write(CleaningFields.Series, word => facts.SeriesByName.TryGetValue(word, out var code) ? NameOf(facts.SeriesByName, code) : null);
        Write(CleaningFields.Window, word => PurchaseWindows.Find(word)?.FileWord());
        var (place, _) = Divisions.Read(Aliased(CleaningFields.Province), Aliased(CleaningFields.City), Aliased(CleaningFields.District));
        Write(CleaningFields.Province, _ => place.Province);
        Write(CleaningFields.City, _ => place.City);
        Write(CleaningFields.District, _ => place.District);
        return canonical;

        void Write(string field, Func<string, string?> read)
        {
            if (Aliased(field) is { } word && read(word) is { } known)
            {
                canonical[field] = known;
            }
        }

        string? Aliased(string field) => cells.TryGetValue(field, out var word) ? facts.Aliases.Read(field, word) : null;
    }

    private static string NameOf(IReadOnlyDictionary<string, string> series, string code)
        => series.FirstOrDefault(s => s.Value == code && s.Key != code).Key ?? code;
}

/// <summary>The columns behind a lead's cells.</summary>
internal sealed record LeadAnswerFacts(Guid Id, Guid BrandId, string? SeriesCode, string? Province, string? City, string? District, PurchaseWindow? Window, IReadOnlyList<WrittenWord> Mended, IReadOnlyList<WrittenWord> Written)
{
    public static LeadAnswerFacts Of(Lead lead)
        => new(lead.Id, lead.BrandId, lead.SeriesCode, lead.Province, lead.City, lead.District, lead.Window, lead.Mended, lead.Written);
}
