using System.Collections.Frozen;
using static AutoPortal.Pages.Domain.ReleaseMove;

namespace AutoPortal.Pages.Domain;

/// <summary>Every way a release can go; what is not in the table is refused.</summary>
internal static class ReleaseTransitions
{
    private static readonly FrozenDictionary<(ReleaseState From, ReleaseMove Move), ReleaseState> Table = new Dictionary<(ReleaseState, ReleaseMove), ReleaseState>
    {
        [(ReleaseState.Reviewing, Reject)] = ReleaseState.Rejected,
        [(ReleaseState.Reviewing, Schedule)] = ReleaseState.Scheduled,
        [(ReleaseState.Reviewing, GoLive)] = ReleaseState.Live,
        [(ReleaseState.Reviewing, TakeBack)] = ReleaseState.TakenBack,
        [(ReleaseState.Scheduled, GoLive)] = ReleaseState.Live,
        [(ReleaseState.Scheduled, TakeBack)] = ReleaseState.TakenBack,
        [(ReleaseState.Live, Supersede)] = ReleaseState.Superseded,
        [(ReleaseState.Live, End)] = ReleaseState.Ended,
        [(ReleaseState.Live, Withdraw)] = ReleaseState.Withdrawn,
    }.ToFrozenDictionary();

    /// <summary>Where the move leads, or null where it is not open from there.</summary>
    public static ReleaseState? Find(ReleaseState from, ReleaseMove move) => Table.TryGetValue((from, move), out var to) ? to : null;
}
