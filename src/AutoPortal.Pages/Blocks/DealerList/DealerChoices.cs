using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Blocks.DealerList;

/// <summary>Open dealers of the network, to choose from.</summary>
internal sealed class DealerChoices(IOrganisation organisation) : IFieldChoices
{
    public const string Code = "dealers";

    public string Source => Code;

    public async Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct)
        => [.. (await organisation.TreeAsync(ct)).Dealers.Where(d => d.IsActive).Select(Choice).Where(c => c.Answers(words)).Take(50)];

    public async Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct)
        => [.. (await organisation.TreeAsync(ct)).Dealers.Where(d => values.Contains(d.Id.ToString(), StringComparer.OrdinalIgnoreCase)).Select(Choice)];

    private static FieldChoice Choice(DealerFacts dealer) => new(dealer.Id.ToString(), $"{dealer.Name} · {dealer.City}");
}

/// <summary>Cities and provinces in which dealers stand.</summary>
internal sealed class PlaceChoices(IOrganisation organisation) : IFieldChoices
{
    public const string Code = "places";

    public string Source => Code;

    public async Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct)
        => [.. (await PlacesAsync(ct)).Select(p => new FieldChoice(p, p)).Where(c => c.Answers(words)).Take(50)];

    public async Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct)
        => [.. (await PlacesAsync(ct)).Where(p => values.Contains(p, StringComparer.Ordinal)).Select(p => new FieldChoice(p, p))];

    private async Task<IEnumerable<string>> PlacesAsync(CancellationToken ct)
        => (await organisation.TreeAsync(ct)).Dealers.Where(d => d.IsActive).SelectMany(d => new[] { d.Province, d.City }).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture);
}
