namespace AutoPortal.Kernel.Messaging;

/// <summary>Tells the nodes that an outbox has work that no commit of a context announced.</summary>
public sealed class OutboxWakeUp
{
    private readonly CommitSignals _signals;

    internal OutboxWakeUp(CommitSignals signals) => _signals = signals;

    /// <summary>Wakes the deliverers of one module's outbox for one tenant.</summary>
    public void For(string schema, Guid tenantId) => _signals.OutboxHasWork(schema, tenantId);
}

/// <summary>Whether this node hears the others.</summary>
public sealed class LiveConnection
{
    private readonly Listener _listener;

    internal LiveConnection(Listener listener) => _listener = listener;

    /// <summary>False while the listening connection is down.</summary>
    public bool IsListening => _listener.IsListening;
}
