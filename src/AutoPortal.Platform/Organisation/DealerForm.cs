using System.Globalization;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Organisation;

/// <summary>What a person types about a dealer, new or known.</summary>
internal sealed class DealerForm
{
    public string Code { get; set; } = "";

    public Guid? NodeId { get; set; }

    public DateOnly? OpeningOn { get; set; }

    public string Name { get; set; } = "";

    public string Kind { get; set; } = DealerKind.FourS;

    public string Province { get; set; } = "";

    public string City { get; set; } = "";

    public string District { get; set; } = "";

    public string Address { get; set; } = "";

    public string Hotline { get; set; } = "";

    public string Contact { get; set; } = "";

    /// <summary>"latitude, longitude", or empty.</summary>
    public string At { get; set; } = "";

    public TimeOnly OpensAt { get; set; } = new(9, 0);

    public TimeOnly ClosesAt { get; set; } = new(18, 0);

    public int Capacity { get; set; }

    public SortedSet<char> Days { get; } = [.. OpeningDays.All];

    public HashSet<string> Channels { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Series { get; } = new(StringComparer.Ordinal);

    public DealerTrade Trade => new(string.Concat(Days), OpensAt, ClosesAt, [.. Channels], [.. Series], Capacity);

    public static DealerForm Of(DealerDetails dealer)
    {
        var (what, trade) = (dealer.Description, dealer.Trade);
        var form = new DealerForm
        {
            Code = dealer.Code,
            Name = what.Name,
            Kind = what.Kind,
            Province = what.Province,
            City = what.City,
            District = what.District,
            Address = what.Address,
            Hotline = what.Hotline,
            Contact = what.Contact,
            At = what.At?.ToString() ?? "",
            OpensAt = trade.OpensAt,
            ClosesAt = trade.ClosesAt,
            Capacity = trade.LeadCapacity,
        };
        form.Days.IntersectWith(trade.OpenDays);
        form.Channels.UnionWith(trade.Channels);
        form.Series.UnionWith(trade.SeriesCodes);
        return form;
    }

    /// <summary>The description, or why the coordinates cannot be read; everything else is the domain's to judge.</summary>
    public Outcome<DealerDescription> Describe()
    {
        Coordinates? at = null;
        if (!string.IsNullOrWhiteSpace(At))
        {
            if (!Coordinates.TryRead(At, out var read))
            {
                return PlatformRefusals.CoordinatesOutOfRange;
            }

            at = read;
        }

        return new DealerDescription(Name, Kind, Province, City, District, Address, Hotline, Contact, at);
    }

    /// <summary>What differs from another form: key of the field's label, this value, the other's.</summary>
    public IReadOnlyList<FieldDifference> DifferencesTo(DealerForm other)
        => [.. Fields().Zip(other.Fields(), (mine, theirs) => new FieldDifference(mine.Label, mine.Value, theirs.Value)).Where(d => d.Mine != d.Theirs)];

    private IEnumerable<(string Label, string Value)> Fields()
    {
        yield return ("org.dealer_name", Name.Trim());
        yield return ("org.kind", Kind);
        yield return ("org.province", Province.Trim());
        yield return ("org.city", City.Trim());
        yield return ("org.district", District.Trim());
        yield return ("org.address", Address.Trim());
        yield return ("org.hotline", Hotline.Trim());
        yield return ("org.contact", Contact.Trim());
        yield return ("org.at", At.Trim());
        yield return ("org.hours", string.Create(CultureInfo.InvariantCulture, $"{OpensAt:HH:mm}–{ClosesAt:HH:mm}"));
        yield return ("org.days", string.Concat(Days));
        yield return ("org.channels", string.Join(' ', Channels.Order(StringComparer.Ordinal)));
        yield return ("org.series", string.Join(' ', Series.Order(StringComparer.Ordinal)));
        yield return ("org.capacity", Capacity.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>A field that two people wrote differently.</summary>
/// <param name="Label">Key of its label.</param>
/// <param name="Mine">What this person typed.</param>
/// <param name="Theirs">What was saved meanwhile.</param>
public sealed record FieldDifference(string Label, string Mine, string Theirs);
