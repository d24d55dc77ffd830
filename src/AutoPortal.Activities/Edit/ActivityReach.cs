using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Scopes;

namespace AutoPortal.Activities.Edit;

/// <summary>Who among the staff sees an activity, and whose it is.</summary>
internal static class ActivityReach
{
    /// <summary>What HQ runs everybody sees; what a dealer runs is seen there and at HQ.</summary>
    public static bool Sees(CurrentScope scope, Activity activity)
        => scope.SeesAllDealers || activity.Scope != ActivityScopes.DealerOwn || activity.DealerIds.Any(scope.DealerIds.Contains);

    /// <summary>The same for the database.</summary>
    public static IQueryable<Activity> Seen(this IQueryable<Activity> activities, CurrentScope scope)
    {
        var dealers = scope.DealerIds.ToArray();
        return scope.SeesAllDealers ? activities : activities.Where(a => a.Scope != ActivityScopes.DealerOwn || a.DealerIds.Any(d => dealers.Contains(d)));
    }

    /// <summary>Only who made it may change or stop it.</summary>
    public static bool Owns(CurrentScope scope, string activityScope, IReadOnlyCollection<Guid> dealerIds)
        => scope.SeesAllDealers || (activityScope == ActivityScopes.DealerOwn && dealerIds.Count > 0 && dealerIds.All(scope.DealerIds.Contains));
}
