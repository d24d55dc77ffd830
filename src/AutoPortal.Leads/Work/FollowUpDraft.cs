using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Card;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Work;

/// <summary>A contact while the advisor writes it down. Times are those of a clock in Shanghai.</summary>
internal sealed class FollowUpDraft
{
    /// <summary>The person agreed to come: a contact that reached them, and an invitation.</summary>
    public const string Invited = "invited";

    /// <summary>The contact is planned for the morning where only a day was chosen.</summary>
    private static readonly TimeOnly Morning = new(10, 0);

    private static readonly int[] UsualDays = [1, 2, 3, 7, 15];

    public string? Outcome { get; set; }

    public string Channel { get; set; } = StoredWord<ContactChannel>.Of(ContactChannel.Call);

    public string? Note { get; set; }

    public DateTime? NextAt { get; set; }

    public DateTime? VisitAt { get; set; }

    /// <summary>The level as judged now; null leaves it.</summary>
    public string? Level { get; set; }

    public string? LevelReason { get; set; }

    public bool IsInvitation => Outcome == Invited;

    public DateTimeOffset? VisitMoment => Moment(VisitAt);

    /// <summary>The results in the order of their keys 1–9; an invitation only where the lead can be invited after this contact.</summary>
    public static IReadOnlyList<string> OutcomesFor(string state)
        => state is "assigned" or "following"
            ? ["reached", Invited, "no_answer", "replied", "wrong_number", "message_sent", "powered_off", "hung_up"]
            : ["reached", "no_answer", "replied", "wrong_number", "message_sent", "powered_off", "hung_up"];

    public bool IsDowngrade(LeadCard card) => Level is { } to && LeadLevels.Read(card.Level).IsDowngradeTo(LeadLevels.Read(to));

    /// <summary>The days that may be planned at the level as judged now.</summary>
    public LevelDays DaysOf(LeadCard card) => card.Levels.First(l => l.Level == (Level ?? card.Level));

    /// <summary>Next contacts to choose with one touch, soonest first; the level's own default is among them.</summary>
    public IReadOnlyList<DateTime> Suggestions(LeadCard card, DateTimeOffset now)
    {
        var days = DaysOf(card);
        var today = ShanghaiTime.DateOf(now);
        return [.. UsualDays.Select(today.AddDays)
            .Append(ShanghaiTime.DateOf(days.Default))
            .Where(d => d >= days.First && d <= days.Last)
            .Distinct().Order().Take(4)
            .Select(d => d.ToDateTime(Morning))];
    }

    /// <summary>What is wrong, by field, in words that say how to mend it; empty where all is well.</summary>
    public IReadOnlyDictionary<string, string> Check(LeadCard card, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
    {
        var wrong = new Dictionary<string, string>();
        if (Outcome is null)
        {
            wrong[nameof(Outcome)] = text["follow_up.outcome_missing"];
        }

        var days = DaysOf(card);
        if (NextAt is not { } next)
        {
            wrong[nameof(NextAt)] = text.Why(LeadRefusals.NextContactIsMissing);
        }
        else if (DateOnly.FromDateTime(next) is var day && (day < days.First || day > days.Last))
        {
            wrong[nameof(NextAt)] = text.Why(LeadRefusals.NextContactIsOutOfRange(LeadLevels.Read(days.Level), days.First, days.Last));
        }

        if (IsInvitation && !(VisitMoment > now))
        {
            wrong[nameof(VisitAt)] = text[VisitAt is null ? "follow_up.visit_missing" : LeadRefusals.InvitationMustLieAhead.Code];
        }

        if (IsDowngrade(card) && string.IsNullOrWhiteSpace(LevelReason))
        {
            wrong[nameof(LevelReason)] = text.Why(LeadRefusals.DowngradeNeedsReason);
        }

        return wrong;
    }

    public FollowUpEntry Entry()
        => new(
            StoredWord<ContactChannel>.Read(Channel),
            IsInvitation ? ContactResult.Reached : StoredWord<ContactResult>.Read(Outcome!),
            Note ?? "",
            Moment(NextAt),
            Level is null ? null : LeadLevels.Read(Level),
            LevelReason);

    private static DateTimeOffset? Moment(DateTime? clock)
        => clock is { } at ? ShanghaiTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;
}
