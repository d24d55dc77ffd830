using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Domain;

/// <summary>One round of an activity, 场次: a day, from–to, and how many may come.</summary>
internal sealed class ActivitySession : TenantEntity
{
    private ActivitySession()
    {
    }

    public ActivitySession(Guid id, Guid activityId, DateTimeOffset startsAt, DateTimeOffset endsAt, int capacity)
    {
        Id = id;
        ActivityId = activityId;
        StartsAt = startsAt;
        EndsAt = endsAt;
        Capacity = capacity;
    }

    public Guid ActivityId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Places, or places at each dealer where they are told apart; without oversell.</summary>
    public int Capacity { get; private set; }

    public void Change(DateTimeOffset startsAt, DateTimeOffset endsAt, int capacity) => (StartsAt, EndsAt, Capacity) = (startsAt, endsAt, capacity);
}

/// <summary>Places of one session, at one dealer or shared by all. Counted under the lock of the activity's row.</summary>
internal sealed class SessionQuota : TenantEntity
{
    private SessionQuota()
    {
    }

    public SessionQuota(Guid id, Guid activityId, Guid sessionId, Guid? dealerId, int capacity, int oversellPercent)
    {
        Id = id;
        ActivityId = activityId;
        SessionId = sessionId;
        DealerId = dealerId;
        Resize(capacity, oversellPercent);
    }

    public Guid ActivityId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>The dealer whose places these are; null where all dealers share them.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>As the organiser set it.</summary>
    public int Capacity { get; private set; }

    /// <summary>What may be given away: the capacity with the oversell on top.</summary>
    public int Places { get; private set; }

    /// <summary>Given away, open offers included; changed by statements only.</summary>
    [NotAudited]
    public int Taken { get; private set; }

    /// <summary>Places added at the door beyond <see cref="Places"/>; changed by statements only.</summary>
    [NotAudited]
    public int AddedAtDoor { get; private set; }

    public void Resize(int capacity, int oversellPercent)
    {
        Capacity = capacity;
        Places = Oversell.Of(capacity, oversellPercent);
    }
}

/// <summary>Places that are given away although they are not there, because some people never come.</summary>
internal static class Oversell
{
    public const int MostPercent = 50;

    /// <summary>Whole places, rounded down, so that a small session is never oversold by rounding.</summary>
    public static int Of(int capacity, int percent) => (int)((long)capacity * (100 + percent) / 100);
}
