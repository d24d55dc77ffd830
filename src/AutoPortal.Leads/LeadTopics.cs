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

    /// <summary>Whose screens show this lead now.</summary>
    public static IEnumerable<string> Of(Lead lead, bool withOwner = true)
    {
        if (lead.DealerId is not { } dealer)
        {
            yield return HqList;
            yield break;
        }

        yield return Dealer(dealer);
        if (withOwner && lead.OwnerId is { } owner)
        {
            yield return User(owner);
        }
    }
}
