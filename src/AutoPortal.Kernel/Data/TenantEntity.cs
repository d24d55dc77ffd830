namespace AutoPortal.Kernel.Data;

/// <summary>A row of one tenant, keyed by (tenant_id, id). <see cref="ModuleDb"/> fills the tenant and guards it.</summary>
public abstract class TenantEntity
{
    /// <summary>The tenant that owns the row; set when it is first saved.</summary>
    public Guid TenantId { get; internal set; }

    /// <summary>UUIDv7, unique inside the tenant.</summary>
    public Guid Id { get; protected init; }
}

/// <summary>A row that belongs to a dealer, or to HQ where the dealer is null: regions and dealers see only their own.</summary>
public interface IDealerScoped
{
    /// <summary>The dealer, or null for HQ.</summary>
    Guid? DealerId { get; }
}

/// <summary>A row that a person owns: whoever sees only their own is held to it.</summary>
public interface IOwnScoped
{
    /// <summary>The account that owns the row, or null.</summary>
    Guid? OwnerId { get; }
}

/// <summary>The property holds personal information: audit and logs get a mask.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Changes of this entity, or of this one property, are not audited: it is itself a log, or derived.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;

/// <summary>The application role may only read and add rows of this entity.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;

/// <summary>The table is range-partitioned by month of its UUIDv7 id, so that retention drops partitions.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartitionedByMonthAttribute : Attribute;

/// <summary>The table is range-partitioned by day of its UUIDv7 id: for what comes in by the million, so that the newest day's index stays in memory and retention drops whole days.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartitionedByDayAttribute : Attribute;
