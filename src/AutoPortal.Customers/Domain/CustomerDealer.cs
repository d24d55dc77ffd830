using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>A dealer that may see a customer, and the advisor who serves there.</summary>
[NotAudited]
internal sealed class CustomerDealer : TenantEntity, IDealerScoped, IOwnScoped
{
    public Guid CustomerId { get; private set; }

    public Guid? DealerId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }
}
