using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.Places;

/// <summary>When the house may speak first: nobody is offered a place, or reminded, in the night (domain language §16, V:S4).</summary>
internal static class TellingHours
{
    public static bool AreOpen(DateTimeOffset now, ActivitiesOptions options)
        => ShanghaiTime.TimeOf(now) is var time && time >= options.TellsFrom && time < options.TellsUntil;
}
