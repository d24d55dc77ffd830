using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Leads.Domain;

/// <summary>A number that never becomes a lead (domain language §4.4, rule 3).</summary>
internal sealed class BlockedContact : TenantEntity
{
    private BlockedContact()
    {
    }

    public BlockedContact(string phoneHash, string phoneMask, BlockReason reason, Act act)
    {
        Id = Ids.New(act.At);
        PhoneHash = phoneHash;
        PhoneMask = phoneMask;
        Reason = reason;
        By = act.By;
        At = act.At;
    }

    public string PhoneHash { get; private set; } = "";
    public string PhoneMask { get; private set; } = "";
    public BlockReason Reason { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void BlockFor(BlockReason reason, Act act) => (Reason, By, At) = (reason, act.By, act.At);
}
