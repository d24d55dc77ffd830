namespace AutoPortal.Platform.Domain;

internal enum ExportState
{
    /// <summary>More personal data than may go without a second person.</summary>
    WaitingApproval,

    /// <summary>Waits for a node.</summary>
    Queued,

    /// <summary>Being written; a node that dies leaves it to the next, which begins anew.</summary>
    Writing,

    /// <summary>Can be fetched until it expires.</summary>
    Ready,

    /// <summary>The file is gone; who had it is still known.</summary>
    Expired,

    /// <summary>The second person said no.</summary>
    Refused,

    /// <summary>Could not be written.</summary>
    Failed,

    /// <summary>Called off by who ordered it.</summary>
    Cancelled,
}

/// <summary>What moves an export on.</summary>
internal enum ExportAct
{
    Approve,
    Refuse,
    Cancel,
    Begin,
    HoldBack,
    Finish,
    Fail,
    Expire,
}

/// <summary>Which act leads from where to where.</summary>
internal static class ExportMoves
{
    private static readonly Dictionary<(ExportState From, ExportAct Act), ExportState> To = new()
    {
        [(ExportState.WaitingApproval, ExportAct.Approve)] = ExportState.Queued,
        [(ExportState.WaitingApproval, ExportAct.Refuse)] = ExportState.Refused,
        [(ExportState.WaitingApproval, ExportAct.Cancel)] = ExportState.Cancelled,
        [(ExportState.Queued, ExportAct.Begin)] = ExportState.Writing,
        [(ExportState.Queued, ExportAct.Cancel)] = ExportState.Cancelled,
        [(ExportState.Queued, ExportAct.Fail)] = ExportState.Failed,
        [(ExportState.Writing, ExportAct.Begin)] = ExportState.Writing,
        [(ExportState.Writing, ExportAct.HoldBack)] = ExportState.WaitingApproval,
        [(ExportState.Writing, ExportAct.Finish)] = ExportState.Ready,
        [(ExportState.Writing, ExportAct.Fail)] = ExportState.Failed,
        [(ExportState.Writing, ExportAct.Cancel)] = ExportState.Cancelled,
        [(ExportState.Ready, ExportAct.Expire)] = ExportState.Expired,
    };

    /// <returns>Null where the act is not possible from there.</returns>
    public static ExportState? Next(ExportState from, ExportAct act) => To.TryGetValue((from, act), out var to) ? to : null;
}
