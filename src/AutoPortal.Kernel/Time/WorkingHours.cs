namespace AutoPortal.Kernel.Time;

/// <summary>When a place is open on a workday, in Shanghai time; it closes on the day it opened.</summary>
public readonly record struct WorkingHours
{
    /// <summary>Hours from opening to closing.</summary>
    /// <exception cref="ArgumentException">It would close before, or as, it opens.</exception>
    public WorkingHours(TimeOnly opensAt, TimeOnly closesAt)
    {
        if (closesAt <= opensAt)
        {
            throw new ArgumentException($"Closing at {closesAt:HH\\:mm} is not after opening at {opensAt:HH\\:mm}.", nameof(closesAt));
        }

        OpensAt = opensAt;
        ClosesAt = closesAt;
    }

    /// <summary>09:00 to 18:00, where a dealer has set none (domain language §4.8).</summary>
    public static WorkingHours Default { get; } = new(new(9, 0), new(18, 0));

    /// <summary>From this time on it works.</summary>
    public TimeOnly OpensAt { get; }

    /// <summary>From this time on it no longer works.</summary>
    public TimeOnly ClosesAt { get; }
}
