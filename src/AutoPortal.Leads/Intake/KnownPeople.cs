using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>Leads that are known, and names that were given, by phone hash: what the database had and what came since.</summary>
internal sealed class KnownPeople
{
    private static readonly IReadOnlyList<KnownLead> None = [];
    private readonly Dictionary<string, List<KnownLead>> _leads = [];
    private readonly Dictionary<string, HashSet<string>> _names = [];

    public IReadOnlyList<KnownLead> LeadsOf(string hash) => _leads.TryGetValue(hash, out var leads) ? leads : None;

    /// <summary>How many differently named people gave this number, this one included.</summary>
    public int NamesOf(string hash, string name)
        => _names.TryGetValue(hash, out var names) ? names.Count + (names.Contains(name) ? 0 : 1) : 1;

    public void Add(string hash, string name, KnownLead lead)
    {
        // A number that is none is nobody's.
        if (hash.Length == 0)
        {
            return;
        }

        (_leads.TryGetValue(hash, out var leads) ? leads : _leads[hash] = []).Add(lead);
        Name(hash, name);
    }

    public void Name(string hash, string name)
    {
        if (hash.Length > 0 && name.Length > 0)
        {
            (_names.TryGetValue(hash, out var names) ? names : _names[hash] = []).Add(name);
        }
    }

    /// <summary>The lead as it stands after an enquiry brought it back.</summary>
    public void Replace(string hash, KnownLead lead)
    {
        var leads = _leads[hash];
        leads[leads.FindIndex(l => l.Id == lead.Id)] = lead;
    }
}
