namespace AutoPortal.Platform.Accounts;

/// <summary>Says that an account has memberships in a tenant, so that sign-in knows where to look before any tenant is entered.</summary>
internal sealed class AccountTenant(Guid accountId, Guid tenantId)
{
    public Guid AccountId { get; private set; } = accountId;

    public Guid TenantId { get; private set; } = tenantId;
}
