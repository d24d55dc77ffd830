using AutoPortal.Activities.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Activities.SignUps;

/// <summary>The dealers that a person may choose at an activity.</summary>
internal sealed class ActivityDealers(IDealerDirectory directory)
{
    /// <summary>Open dealers that accept leads and take part, ordered by code.</summary>
    public async Task<IReadOnlyList<DealerFacts>> OfAsync(Activity activity, CancellationToken ct)
        => [.. (await directory.ListAsync(activity.BrandId, ct)).Where(d => d.IsActive && d.AcceptsLeads && (activity.DealerIds.Length == 0 || activity.DealerIds.Contains(d.Id)))];
}
