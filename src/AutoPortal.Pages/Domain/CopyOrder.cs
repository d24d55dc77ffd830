using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Domain;

/// <summary>HQ's wish that chosen dealers get a copy of a master; a job makes them one after another.</summary>
internal sealed class CopyOrder : TenantEntity
{
    private CopyOrder()
    {
    }

    public CopyOrder(Guid id, Guid masterId, Guid? by, DateTimeOffset at) => (Id, MasterId, OrderedBy, OrderedAt) = (id, masterId, by, at);

    public Guid MasterId { get; private set; }

    public CopyOrderState State { get; private set; }

    public Guid? OrderedBy { get; private set; }

    public DateTimeOffset OrderedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Nothing waits any more.</summary>
    public void Finish(DateTimeOffset at) => (State, EndedAt) = (CopyOrderState.Done, at);

    /// <summary>No further copy is made; those that were made stay.</summary>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Cancel(DateTimeOffset at)
    {
        if (State is not CopyOrderState.Running)
        {
            return PageRefusals.CopyingIsOver;
        }

        (State, EndedAt) = (CopyOrderState.Cancelled, at);
        return null;
    }
}

/// <summary>How far an order of copies is.</summary>
internal enum CopyOrderState
{
    Running,
    Done,
    Cancelled,
}
