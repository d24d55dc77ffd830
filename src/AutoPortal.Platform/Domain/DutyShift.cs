using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>A time on duty at a dealer: begun by coming on duty, ended by leaving. Whoever has an open shift gets leads.</summary>
internal sealed class DutyShift : TenantEntity, IDealerScoped
{
    public DutyShift(Guid id, Guid accountId, Guid? dealerId, DateTimeOffset startedAt)
    {
        Id = id;
        AccountId = accountId;
        DealerId = dealerId;
        StartedAt = startedAt;
    }

    public Guid AccountId { get; private set; }

    public Guid? DealerId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
}
