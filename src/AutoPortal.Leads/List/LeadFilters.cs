using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.List;

/// <summary>Which leads a tab, the chips above the list and the search box leave over. What comes from the address may be anything: the unknown matches nothing.</summary>
internal static class LeadFilters
{
    public const string State = "state";
    public const string Level = "level";
    public const string Heat = "heat";
    public const string Overdue = "overdue";
    public const string Dealer = "dealer";
    public const string Advisor = "advisor";
    public const string Series = "series";
    public const string Source = "source";
    private const int TailDigits = 4;

    private static readonly LeadState[] NotYetContacted = [LeadState.Dispatched, LeadState.Assigned];

    public static IQueryable<Lead> OfTab(IQueryable<Lead> leads, string tab, DateTimeOffset now)
    {
        // An erased lead leaves every queue (domain language §4.6).
        var kept = leads.Where(l => l.ErasedAt == null);
        var tomorrow = ShanghaiTime.StartOf(ShanghaiTime.DateOf(now).AddDays(1));
        return tab switch
        {
            // Whoever waits for a first contact is today's work, also where the dealer's clock only starts tomorrow.
            LeadTab.Today => kept.Where(l => l.DueAt < tomorrow || NotYetContacted.Contains(l.State)),
            LeadTab.New => kept.Where(l => NotYetContacted.Contains(l.State)),
            LeadTab.Hq => kept.Where(l => l.State == LeadState.Cleaned),
            LeadTab.Lost => kept.Where(l => l.State == LeadState.LostPending),
            _ => kept,
        };
    }

    public static IQueryable<Lead> Narrow(IQueryable<Lead> leads, IReadOnlyDictionary<string, string> filters, DateTimeOffset now)
    {
        foreach (var (name, value) in filters)
        {
            leads = (name, value) switch
            {
                (State, _) when StoredWord<LeadState>.Find(value) is { } state => leads.Where(l => l.State == state),
                (Level, _) when Enum.GetNames<LeadLevel>().Contains(value) => OfLevel(leads, LeadLevels.Read(value)),
                (Heat, _) when StoredWord<HeatBand>.Find(value) is { } heat => leads.Where(l => l.Heat == heat),
                (Overdue, "yes") => leads.Where(l => l.DueAt <= now),
                (Dealer, _) when Guid.TryParse(value, out var dealer) => leads.Where(l => l.DealerId == dealer),
                (Advisor, "none") => leads.Where(l => l.OwnerId == null),
                (Advisor, _) when Guid.TryParse(value, out var advisor) => leads.Where(l => l.OwnerId == advisor),
                (Series, _) => leads.Where(l => l.SeriesCode == value),
                (Source, _) when SourceTree.Sources.Any(s => s.Code == value) => leads.Where(l => l.LastSource == value || l.LastSource.StartsWith(value + ".")),
                _ => leads.Where(l => false),
            };
        }

        return leads;
    }

    /// <param name="hash">Look-up hash of a normalised phone.</param>
    public static IQueryable<Lead> Search(IQueryable<Lead> leads, IQueryable<LeadNameToken> tokens, string? typed, Func<string, string> hash)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return leads;
        }

        if (PhoneNumber.TryNormalise(typed, out var phone))
        {
            var sought = hash(phone);
            return leads.Where(l => l.PhoneHash == sought);
        }

        if (typed.Length == TailDigits && typed.All(char.IsAsciiDigit))
        {
            return leads.Where(l => l.PhoneTail == typed);
        }

        var pieces = NameTokens.Sought(typed);
        return pieces.Count == 0
            ? leads.Where(l => false)
            : pieces.Aggregate(leads, (left, piece) => left.Where(l => tokens.Any(t => t.LeadId == l.Id && t.Token == piece)));
    }

    private static IQueryable<Lead> OfLevel(IQueryable<Lead> leads, LeadLevel level) => leads.Where(l => l.Level == level);
}
