using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.List;

/// <summary>A lead as the list shows it.</summary>
/// <param name="Name">Whole for the dealer's people, first character and asterisks for everybody else.</param>
/// <param name="PhoneMask">Such as <c>138****1234</c>.</param>
/// <param name="Series">Name of the series in the person's language, or null.</param>
/// <param name="Source">Dotted code of the newest touch.</param>
/// <param name="DueAt">The first moment that is late, or null where no clock runs.</param>
internal sealed record LeadRow(
    Guid Id,
    string Name,
    string PhoneMask,
    LeadLevel Level,
    HeatBand Heat,
    LeadState State,
    string? Series,
    string Source,
    Guid BrandId,
    Guid? DealerId,
    string? Dealer,
    Guid? OwnerId,
    string? Owner,
    DateTimeOffset? DueAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset? AssignedAt)
{
    /// <summary>By which a file that comes back tells whether the lead changed meanwhile.</summary>
    public uint Version { get; init; }
}
