using AutoPortal.Kernel.Data;

namespace AutoPortal.Pages.Domain;

/// <summary>One dealer of an order of copies, and what became of it.</summary>
[NotAudited]
internal sealed class CopyLine : TenantEntity, IDealerScoped
{
    private CopyLine()
    {
    }

    public CopyLine(Guid id, Guid orderId, Guid dealerId, CopyLineState state) => (Id, OrderId, DealerId, State) = (id, orderId, dealerId, state);

    public Guid OrderId { get; private set; }

    public Guid? DealerId { get; private set; }

    public CopyLineState State { get; private set; }

    /// <summary>Code of why no copy could be made, or null.</summary>
    public string? Refusal { get; private set; }

    public void Made() => State = CopyLineState.Made;

    public void PassedOver() => State = CopyLineState.PassedOver;

    public void Refuse(string code) => (State, Refusal) = (CopyLineState.Refused, code);
}

/// <summary>What became of one dealer of an order.</summary>
internal enum CopyLineState
{
    Waiting,
    Made,

    /// <summary>The dealer had a copy already.</summary>
    PassedOver,

    Refused,
}
