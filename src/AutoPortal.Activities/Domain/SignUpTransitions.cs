using System.Collections.Frozen;
using static AutoPortal.Activities.Domain.SignUpAct;
using static AutoPortal.Activities.Domain.SignUpState;

namespace AutoPortal.Activities.Domain;

/// <summary>Every way a sign-up can go; what is not in the table is refused. Source: domain language §6.3.</summary>
internal static class SignUpTransitions
{
    private static readonly FrozenDictionary<(SignUpState From, SignUpAct Act), SignUpState> Table =
        new Dictionary<(SignUpState, SignUpAct), SignUpState>
        {
            [(Signed, Confirm)] = Confirmed,
            [(Signed, Wait)] = Waitlisted,
            [(Waitlisted, Accept)] = Confirmed,
            [(Confirmed, CheckIn)] = CheckedIn,
            [(CheckedIn, Reward)] = Rewarded,
            [(Confirmed, MissOut)] = NoShow,
            [(Signed, Cancel)] = Cancelled,
            [(Waitlisted, Cancel)] = Cancelled,
            [(Confirmed, Cancel)] = Cancelled,
            // Not drawn in the source: whoever cancelled by mistake signs up again, at the end of the line.
            [(Cancelled, SignAgain)] = Signed,
            // Nor these: people at the door err, and what was noted without a network arrives after the session.
            [(NoShow, CheckIn)] = CheckedIn,
            [(CheckedIn, Undo)] = Confirmed,
        }.ToFrozenDictionary();

    /// <summary>Where the act leads, or null where it is not open from there.</summary>
    public static SignUpState? Find(SignUpState from, SignUpAct act) => Table.TryGetValue((from, act), out var to) ? to : null;

    /// <summary>Whether somebody in this state has one of the places.</summary>
    public static bool HoldsPlace(SignUpState state) => state is not (Waitlisted or Cancelled);
}
