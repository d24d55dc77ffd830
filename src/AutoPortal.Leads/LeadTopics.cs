using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads;

/// <summary>Words to open screens; the payload is the lead's id.</summary>
internal static class LeadTopics
{
    /// <summary>A lead came to this advisor.</summary>
    public static string User(Guid advisorId) => $"leads:user:{advisorId}";

    /// <summary>A lead of this dealer came, changed hands or changed.</summary>
    public static string Dealer(Guid dealerId) => $"leads:dealer:{dealerId}";

    /// <summary>A lead waits in HQ's list.</summary>
    public const string HqList = "leads:hq";

    /// <summary>Rules are being run again, or were a step further; the payload is the replay's id.</summary>
    public const string Replays = "leads:replays";

    /// <summary>Whose screens show this lead now.</summary>
    public static IEnumerable<string> Of(Lead lead)
        => lead is { DealerId: not null, OwnerId: { } owner } ? [ListOf(lead), User(owner)] : [ListOf(lead)];

    /// <summary>The list that shows it, whoever owns it.</summary>
    public static string ListOf(Lead lead) => lead.DealerId is { } dealer ? Dealer(dealer) : HqList;
}
