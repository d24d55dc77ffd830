using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>Leads that are known with the names they have, by phone hash: what the database had and what came since.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<string, List<(KnownLead Lead, string Name)>> _leads = [];

    public IEnumerable<KnownLead> LeadsOf(string hash) => PeopleOf(hash).Select(p => p.Lead);

    /// <summary>How many differently named people this number has, this one included.</summary>
    public int NamesOf(string hash, string name) => PeopleOf(hash).Select(p => p.Name).Append(name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Count();

    public void Add(string hash, string name, KnownLead lead)
    {
        // A number that is none is nobody's.
        if (hash.Length > 0)
        {
            (_leads.TryGetValue(hash, out var leads) ? leads : _leads[hash] = []).Add((lead, name));
        }
    }

    /// <summary>The lead as it stands after a further enquiry, which may have named it anew.</summary>
    public void Replace(string hash, KnownLead lead, string name)
    {
        var leads = _leads[hash];
        var place = leads.FindIndex(p => p.Lead.Id == lead.Id);
        leads[place] = (lead, name.Length > 0 ? name : leads[place].Name);
    }

    private IReadOnlyList<(KnownLead Lead, string Name)> PeopleOf(string hash) => _leads.TryGetValue(hash, out var people) ? people : [];
}
