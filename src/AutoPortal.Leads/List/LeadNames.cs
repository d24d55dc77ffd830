using System.Globalization;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.List;

/// <summary>Names of what leads point to, as they are today.</summary>
internal sealed class LeadNames(IOrganisation organisation, ISeriesCatalogue series, IPeopleDirectory people)
{
    public async Task<KnownNames> OfAsync(IEnumerable<Guid?> accounts, CancellationToken ct)
    {
        var tree = await organisation.TreeAsync(ct);
        var cars = await series.ListAsync(ct);
        var ids = accounts.OfType<Guid>().ToHashSet();
        var persons = ids.Count == 0 ? new Dictionary<Guid, string>() : await people.NamesAsync(ids, ct);
        return new(tree, cars, persons);
    }
}

internal sealed record KnownNames(OrganisationTree Tree, IReadOnlyList<SeriesFacts> Cars, IReadOnlyDictionary<Guid, string> Persons)
{
    private readonly Dictionary<string, SeriesFacts> _cars = Cars.GroupBy(c => c.Code).ToDictionary(g => g.Key, g => g.First());

    public string? Dealer(Guid? id) => Tree.LabelOf(id);

    public string? Person(Guid? id) => id is { } known ? Persons.GetValueOrDefault(known) : null;

    public string? Series(string? code)
        => code is null ? null : _cars.TryGetValue(code, out var car) ? NameOf(car) : code;

    /// <summary>Runs in the dealer's working hours; in the usual ones where none holds the lead.</summary>
    public WorkingClock ClockOf(Guid? dealerId)
        => new(BusinessCalendar.China, Tree.Dealers.FirstOrDefault(d => d.Id == dealerId) is { } dealer && dealer.ClosesAt > dealer.OpensAt
            ? new WorkingHours(dealer.OpensAt, dealer.ClosesAt)
            : WorkingHours.Default);

    public static string NameOf(SeriesFacts car)
        => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? car.Name : car.NameEn;
}
