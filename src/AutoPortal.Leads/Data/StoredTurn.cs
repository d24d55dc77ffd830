namespace AutoPortal.Leads.Data;

/// <summary>Where a member of a rotation stands, see <see cref="Domain.RotationTurn"/>.</summary>
internal sealed class StoredTurn
{
    public Guid TenantId { get; private set; }
    public string Pool { get; private set; } = "";
    public Guid MemberId { get; private set; }
    public long Stands { get; private set; }
}
