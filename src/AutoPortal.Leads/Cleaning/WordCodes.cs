using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Cleaning;

/// <summary>One meaning that a word may have.</summary>
/// <param name="Code">As rule 5 reads it.</param>
/// <param name="Name">As people know it; sources and windows are said by their texts.</param>
internal sealed record WordCode(string Code, string Name);

/// <summary>What words of each field may stand for.</summary>
internal sealed class WordCodes(IOrganisation organisation, ISeriesCatalogue series)
{
    public async Task<IReadOnlyList<WordCode>> OfAsync(string field, CancellationToken ct) => field switch
    {
        CleaningFields.Series => [.. (await series.ListAsync(ct)).Select(s => new WordCode(s.Code, s.Name))],
        CleaningFields.Dealer => [.. (await organisation.TreeAsync(ct)).Dealers.Select(d => new WordCode(d.Code, d.Name))],
        CleaningFields.Window => [.. Enum.GetValues<PurchaseWindow>().Select(w => new WordCode(w.Word(), w.Word()))],
        CleaningFields.Source => [.. SourceTree.Sources.SelectMany(s => (s.Children ?? []).Select(c => new WordCode($"{s.Code}.{c.Code}", $"{s.Name} · {c.Name}")).Prepend(new(s.Code, s.Name)))],
        _ => [],
    };

    public async Task<bool> KnowsAsync(string field, string code, CancellationToken ct) => field switch
    {
        CleaningFields.Province => Divisions.Read(code, null, null).Place.Province is not null,
        CleaningFields.City => Divisions.Read(null, code, null).Place.City is not null,
        CleaningFields.District => !string.IsNullOrWhiteSpace(code),
        _ => (await OfAsync(field, ct)).Any(c => c.Code == code),
    };
}
