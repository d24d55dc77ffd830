using AutoPortal.Activities.Contracts;

namespace AutoPortal.Activities.Domain;

/// <summary>Which activities a person is shown: scope ∩ audience ∩ time (domain language §6.1).</summary>
internal static class Visibility
{
    /// <param name="activity">The activity.</param>
    /// <param name="person">Null for a stranger.</param>
    /// <param name="city">Where the person looks; null for anywhere.</param>
    /// <param name="dealerCities">Cities of dealers by id.</param>
    /// <param name="now">Now.</param>
    public static bool IsShown(Activity activity, PersonFacts? person, string? city, IReadOnlyDictionary<Guid, string> dealerCities, DateTimeOffset now)
        => IsNow(activity, now) && Reaches(activity, city, dealerCities) && activity.Audience.Admits(person, city);

    // Announced ones too: whoever comes back on the day should have known.
    private static bool IsNow(Activity activity, DateTimeOffset now)
        => activity.State is ActivityState.Running or ActivityState.Scheduled && activity.SignUpUntil > now;

    private static bool Reaches(Activity activity, string? city, IReadOnlyDictionary<Guid, string> dealerCities)
        => city is null || activity.Scope switch
        {
            ActivityScopes.National => true,
            ActivityScopes.City => activity.Cities.Contains(city, StringComparer.Ordinal),
            _ => activity.DealerIds.Any(d => dealerCities.GetValueOrDefault(d) == city),
        };
}
