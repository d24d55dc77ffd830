using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.List;

/// <summary>What a lead that just came means to whoever sees it come.</summary>
internal enum LeadArrivalKind
{
    /// <summary>The reader owes the first contact.</summary>
    Mine,

    /// <summary>The reader's dealer must choose an advisor.</summary>
    ToAssign,

    /// <summary>HQ must choose a dealer.</summary>
    ToDispatch,
}

internal sealed record LeadArrival(LeadArrivalKind Kind)
{
    // A word about a lead also comes when something else about it changed; only fresh ones are news.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <returns>Null where the word was about something else.</returns>
    public static LeadArrival? Of(LeadRow lead, CurrentScope reader, DateTimeOffset now)
        => lead.State switch
        {
            LeadState.Assigned when lead.OwnerId == reader.UserId && IsFresh(lead.AssignedAt, now) => new(LeadArrivalKind.Mine),
            LeadState.Dispatched when reader.Reach is Reach.Dealer && reader.May(LeadsPermissions.Assign) && IsFresh(lead.DispatchedAt, now) => new(LeadArrivalKind.ToAssign),
            LeadState.Cleaned when reader.SeesAllDealers && reader.May(LeadsPermissions.Dispatch) && IsFresh(lead.CreatedAt, now) => new(LeadArrivalKind.ToDispatch),
            _ => null,
        };

    /// <summary>Who came, and until when what must be done. The name is masked: a notice shows over anybody's shoulder.</summary>
    public string Say(LeadRow lead, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
    {
        var name = LeadWords.Masked(lead.Name);
        return (Kind, lead.DueAt) switch
        {
            (LeadArrivalKind.ToDispatch, _) or (_, null) => text["arrival.to_dispatch", name],
            (LeadArrivalKind.Mine, { } at) when at > now && at - now <= TimeSpan.FromHours(3) => text["arrival.mine_within", name, Spans.Say(at - now, text)],
            (LeadArrivalKind.Mine, { } at) => text["arrival.mine_before", name, LeadDays.When(at, now, text)],
            (_, { } at) => text["arrival.to_assign", name, LeadDays.When(at, now, text)],
        };
    }

    private static bool IsFresh(DateTimeOffset? at, DateTimeOffset now) => at is { } then && now - then < Fresh;
}
