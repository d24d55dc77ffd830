using System.Collections.Frozen;
using static AutoPortal.Activities.Domain.ActivityMove;
using static AutoPortal.Activities.Domain.ActivityState;

namespace AutoPortal.Activities.Domain;

/// <summary>Every way an activity can go; what is not in the table is refused. Source: domain language §6.3.</summary>
internal static class ActivityTransitions
{
    private static readonly FrozenDictionary<(ActivityState From, ActivityMove Move), ActivityState> Table =
        new Dictionary<(ActivityState, ActivityMove), ActivityState>
        {
            [(Draft, Submit)] = Reviewing,
            [(Reviewing, Reject)] = Draft,
            // Not drawn in the source: the author noticed something before anybody else did.
            [(Reviewing, TakeBack)] = Draft,
            [(Reviewing, Approve)] = Scheduled,
            [(Scheduled, Start)] = Running,
            [(Scheduled, Pause)] = Paused,
            [(Running, Pause)] = Paused,
            [(Paused, Resume)] = Running,
            [(Running, End)] = Ended,
            // Not drawn in the source, but whoever paused it may find that it is over.
            [(Paused, End)] = Ended,
            [(Ended, ActivityMove.Archive)] = Archived,
            [(Draft, Cancel)] = Cancelled,
            [(Reviewing, Cancel)] = Cancelled,
            [(Scheduled, Cancel)] = Cancelled,
            [(Running, Cancel)] = Cancelled,
            [(Paused, Cancel)] = Cancelled,
        }.ToFrozenDictionary();

    /// <summary>Where the move leads, or null where it is not open from there.</summary>
    public static ActivityState? Find(ActivityState from, ActivityMove move)
        => Table.TryGetValue((from, move), out var to) ? to : null;
}
