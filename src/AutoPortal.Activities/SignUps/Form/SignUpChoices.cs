using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>What the lists of a form offer.</summary>
/// <param name="Cities">By province, in the order of the dealers' codes.</param>
/// <param name="Districts">By city.</param>
/// <param name="Dealers">Those that can be chosen, by city.</param>
/// <param name="Series">Those that can be driven.</param>
public sealed record SignUpChoices(ChoiceList Cities, ChoiceList Districts, ChoiceList Dealers, IReadOnlyList<SeriesChoice> Series);

public sealed record SeriesChoice(string Code, LocalText Name);

/// <param name="Label">Heading.</param>
/// <param name="City">Value of the city that has to be chosen for it, or null.</param>
/// <param name="Choices">Values as posted, such as <c>江苏/苏州</c>, and names to show.</param>
public sealed record ChoiceGroup(string Label, string? City, IReadOnlyList<(string Value, string Name)> Choices);

/// <summary>Grouped options as markup: a page offers a hundred dealers, and each as a component's elements costs more than the rest of the page.</summary>
public sealed class ChoiceList(IReadOnlyList<ChoiceGroup> groups, HtmlEncoder encoder)
{
    private readonly string _untouched = Write(groups, "", encoder);

    public bool IsEmpty => groups.Count == 0;

    /// <summary>Every word in it is encoded.</summary>
    public string Markup(string chosen) => chosen.Length == 0 ? _untouched : Write(groups, chosen, encoder);

    private static string Write(IReadOnlyList<ChoiceGroup> groups, string chosen, HtmlEncoder encoder)
    {
        var html = new StringBuilder();
        foreach (var group in groups)
        {
            html.Append("<optgroup label=\"").Append(encoder.Encode(group.Label)).Append("\">");
            foreach (var (value, name) in group.Choices)
            {
                html.Append("<option value=\"").Append(encoder.Encode(value)).Append('"');
                if (group.City is { } city)
                {
                    html.Append(" data-group=\"").Append(encoder.Encode(city)).Append('"');
                }

                html.Append(value == chosen ? " selected>" : ">").Append(encoder.Encode(name)).Append("</option>");
            }

            html.Append("</optgroup>");
        }

        return html.ToString();
    }
}

/// <summary>Puts the choices of an activity together once and keeps them as long as the directories answer with the same dealers and series.</summary>
internal sealed class KnownChoices(HtmlEncoder encoder)
{
    private readonly ConcurrentDictionary<Guid, Known> _kept = new();

    public SignUpChoices Of(Guid activityId, IReadOnlyList<DealerFacts> dealers, IReadOnlyList<SeriesFacts> series)
    {
        if (_kept.TryGetValue(activityId, out var known) && known.Dealers.SequenceEqual(dealers) && known.Series.SequenceEqual(series))
        {
            return known.Choices;
        }

        var choices = Make(dealers, series);
        _kept[activityId] = new Known(dealers, series, choices);
        return choices;
    }

    private SignUpChoices Make(IReadOnlyList<DealerFacts> dealers, IReadOnlyList<SeriesFacts> series)
        => new(
            List(dealers.GroupBy(d => d.Province).Select(p => new ChoiceGroup(p.Key, null, [.. p.Select(d => (City(d), d.City)).Distinct()]))),
            List(dealers.Where(d => d.District.Length > 0).GroupBy(City).Select(c => new ChoiceGroup(c.First().City, c.Key, [.. c.Select(d => (District(d), d.District)).Distinct()]))),
            List(dealers.GroupBy(City).Select(c => new ChoiceGroup(c.First().City, c.Key, [.. c.Select(d => (d.Code, d.Name))]))),
            [.. series.Select(s => new SeriesChoice(s.Code, new(s.Name, s.NameEn)))]);

    private ChoiceList List(IEnumerable<ChoiceGroup> groups) => new([.. groups], encoder);

    private static string City(DealerFacts dealer) => $"{dealer.Province}{SignUpFields.PlaceSeparator}{dealer.City}";

    private static string District(DealerFacts dealer) => $"{City(dealer)}{SignUpFields.PlaceSeparator}{dealer.District}";

    private sealed record Known(IReadOnlyList<DealerFacts> Dealers, IReadOnlyList<SeriesFacts> Series, SignUpChoices Choices);
}
