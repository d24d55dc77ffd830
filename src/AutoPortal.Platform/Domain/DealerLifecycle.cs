using System.Collections.Frozen;
using static AutoPortal.Platform.Domain.DealerState;

namespace AutoPortal.Platform.Domain;

internal enum DealerStep
{
    PlanOpening,
    Open,
    Suspend,
    Leave,
}

/// <summary>What may happen to a dealer: a step that is not in this table is refused.</summary>
internal static class DealerLifecycle
{
    public static readonly FrozenDictionary<(DealerState From, DealerStep Step), DealerState> Steps = new Dictionary<(DealerState, DealerStep), DealerState>
    {
        [(OpeningPlanned, DealerStep.PlanOpening)] = OpeningPlanned,
        [(OpeningPlanned, DealerStep.Open)] = Open,
        [(OpeningPlanned, DealerStep.Leave)] = Left,
        [(Open, DealerStep.Suspend)] = Suspended,
        [(Open, DealerStep.Leave)] = Left,
        // Another reason, or another day of return.
        [(Suspended, DealerStep.Suspend)] = Suspended,
        [(Suspended, DealerStep.Open)] = Open,
        [(Suspended, DealerStep.Leave)] = Left,
    }.ToFrozenDictionary();

    public static bool Allows(DealerState from, DealerStep step) => Steps.ContainsKey((from, step));
}
