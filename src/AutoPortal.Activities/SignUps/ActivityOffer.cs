using AutoPortal.Activities.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Activities.SignUps;

/// <summary>What a person may choose at an activity.</summary>
internal sealed class ActivityOffer(IDealerDirectory directory, ISeriesCatalogue catalogue)
{
    /// <summary>Open dealers that accept leads and take part, ordered by code.</summary>
    public async Task<IReadOnlyList<DealerFacts>> DealersAsync(Activity activity, CancellationToken ct)
        => [.. (await directory.ListAsync(activity.BrandId, ct)).Where(d => d.IsActive && d.AcceptsLeads && (activity.DealerIds.Length == 0 || activity.DealerIds.Contains(d.Id)))];

    /// <summary>Series that the activity names, or all that the brand sells; ordered by code.</summary>
    public async Task<IReadOnlyList<SeriesFacts>> SeriesAsync(Activity activity, CancellationToken ct)
        => [.. (await catalogue.ListAsync(ct)).Where(s => s.BrandId == activity.BrandId && s.IsOnSale && (activity.SeriesCodes.Length == 0 || activity.SeriesCodes.Contains(s.Code)))];
}
