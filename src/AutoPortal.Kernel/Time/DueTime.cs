namespace AutoPortal.Kernel.Time;

/// <summary>Until when something must have happened.</summary>
/// <param name="At">The first moment that is late.</param>
/// <param name="IsCalendarAssumed">A day on the way lies in a year whose holidays are not known yet, so weekdays were counted.</param>
public readonly record struct DueTime(DateTimeOffset At, bool IsCalendarAssumed)
{
    /// <summary>On time means strictly before: at exactly the due time it is late (domain language §4.8).</summary>
    public bool IsMetBy(DateTimeOffset at) => at < At;
}
