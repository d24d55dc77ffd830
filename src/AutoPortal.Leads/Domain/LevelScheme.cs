using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Leads.Domain;

/// <summary>How soon the next contact is by default, and which days after today may be planned.</summary>
/// <param name="Default">From now.</param>
/// <param name="FromDays">First day that may be chosen, counted from today in Shanghai.</param>
/// <param name="ToDays">Last day that may be chosen.</param>
internal sealed record ContactRange(TimeSpan Default, int FromDays, int ToDays);

/// <summary>How a brand turns an answer into a level, and a level into the next contact (domain language §4.2).</summary>
internal sealed class LevelScheme
{
    private static readonly IReadOnlyDictionary<LeadLevel, ContactRange> DefaultContact = new Dictionary<LeadLevel, ContactRange>
    {
        [LeadLevel.N] = new(TimeSpan.FromHours(24), 1, 15),
        [LeadLevel.H] = new(TimeSpan.FromDays(1), 1, 2),
        [LeadLevel.A] = new(TimeSpan.FromDays(3), 1, 4),
        [LeadLevel.B] = new(TimeSpan.FromDays(7), 1, 7),
        [LeadLevel.C] = new(TimeSpan.FromDays(15), 1, 15),
        [LeadLevel.O] = new(TimeSpan.FromDays(3), 1, 3),
        // Delivered, cancelled and lost have fixed days and no printed range: the range ends where the last fixed day lies.
        [LeadLevel.D] = new(TimeSpan.FromDays(3), 1, 30),
        [LeadLevel.T] = new(TimeSpan.FromDays(3), 1, 3),
        [LeadLevel.F] = new(TimeSpan.FromDays(30), 1, 90),
    };

    /// <summary>7, 15, 30 and 90 days.</summary>
    public static readonly LevelScheme Short = new("scheme_short", new Dictionary<PurchaseWindow, LeadLevel>
    {
        [PurchaseWindow.Within7Days] = LeadLevel.H,
        [PurchaseWindow.Within15Days] = LeadLevel.A,
        [PurchaseWindow.Within1Month] = LeadLevel.B,
        [PurchaseWindow.Within3Months] = LeadLevel.C,
        [PurchaseWindow.Within6Months] = LeadLevel.C,
        [PurchaseWindow.Within1Year] = LeadLevel.C,
        [PurchaseWindow.Over1Year] = LeadLevel.C,
    });

    /// <summary>7 days, 1 month, 3 months and more.</summary>
    public static readonly LevelScheme Long = new("scheme_long", new Dictionary<PurchaseWindow, LeadLevel>
    {
        [PurchaseWindow.Within7Days] = LeadLevel.H,
        [PurchaseWindow.Within15Days] = LeadLevel.A,
        [PurchaseWindow.Within1Month] = LeadLevel.A,
        [PurchaseWindow.Within3Months] = LeadLevel.B,
        [PurchaseWindow.Within6Months] = LeadLevel.C,
        [PurchaseWindow.Within1Year] = LeadLevel.C,
        [PurchaseWindow.Over1Year] = LeadLevel.C,
    });

    private readonly IReadOnlyDictionary<PurchaseWindow, LeadLevel> _levels;
    private readonly IReadOnlyDictionary<LeadLevel, ContactRange> _contact;

    private LevelScheme(string code, IReadOnlyDictionary<PurchaseWindow, LeadLevel> levels, IReadOnlyDictionary<LeadLevel, ContactRange>? contact = null)
    {
        Code = code;
        _levels = levels;
        _contact = contact ?? DefaultContact;
    }

    public string Code { get; }

    /// <exception cref="FormatException">No such scheme.</exception>
    public static LevelScheme Read(string code)
        => code == Short.Code ? Short
            : code == Long.Code ? Long
            : throw new FormatException($"\"{code}\" is no level scheme.");

    /// <summary>The same scheme with a brand's own contact ranges; levels that are not named keep theirs.</summary>
    public LevelScheme With(IReadOnlyDictionary<LeadLevel, ContactRange> contact)
        => new(Code, _levels, _contact.ToDictionary(c => c.Key, c => contact.GetValueOrDefault(c.Key, c.Value)));

    /// <summary>The level for an answer; not judged where there is none.</summary>
    public LeadLevel LevelFor(PurchaseWindow? window) => window is { } known ? _levels[known] : LeadLevel.N;

    public ContactRange ContactFor(LeadLevel level) => _contact[level];

    /// <summary>When the next contact is due where nobody chose a time.</summary>
    public DateTimeOffset DefaultNextContact(LeadLevel level, DateTimeOffset now) => now + _contact[level].Default;

    /// <summary>Whether a person may plan the next contact for that moment.</summary>
    /// <returns>Why not, with the first and last day as details, or null where it may be.</returns>
    public Refusal? CheckNextContact(LeadLevel level, DateTimeOffset? nextContactAt, DateTimeOffset now)
    {
        if (nextContactAt is not { } at)
        {
            return LeadRefusals.NextContactIsMissing;
        }

        var today = ShanghaiTime.DateOf(now);
        var (first, last) = (today.AddDays(_contact[level].FromDays), today.AddDays(_contact[level].ToDays));
        var on = ShanghaiTime.DateOf(at);
        return on < first || on > last ? LeadRefusals.NextContactIsOutOfRange(level, first, last) : null;
    }
}
