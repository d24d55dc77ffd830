namespace AutoPortal.Kernel.Imports;

/// <summary>Which rows may do what.</summary>
public enum ImportMode
{
    /// <summary>New records are made, known ones changed.</summary>
    Upsert,

    /// <summary>Only new records.</summary>
    Create,

    /// <summary>Only known records.</summary>
    Update,
}

/// <summary>What a person, or a verb, asks of an import.</summary>
/// <param name="RunId">The run.</param>
/// <param name="BrandId">The brand of rows that name none; null where the tenant has only one.</param>
/// <param name="Mode">Which rows may do what.</param>
/// <param name="TakeConflicts">Cells that were changed here since the export are overwritten; else they stay.</param>
/// <param name="IsQuiet">History: nobody is notified, no automation starts.</param>
/// <param name="At">When the import was ordered.</param>
public sealed record ImportOrder(Guid RunId, Guid? BrandId, ImportMode Mode, bool TakeConflicts, bool IsQuiet, DateTimeOffset At)
{
    /// <summary>The dealers within reach of who ordered it; null for all. The work itself runs as the house, so each kind holds its rows to them.</summary>
    public IReadOnlyList<Guid>? DealerIds { get; init; }
}
