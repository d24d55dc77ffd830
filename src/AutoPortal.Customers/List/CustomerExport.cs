using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Customers.List;

/// <summary>Customers, masked as on the screen for everybody.</summary>
internal sealed class CustomerExport(CustomerQueries customers, IStringLocalizer<CustomersTexts> text) : ExportList<CustomerRow>
{
    public override string Code => "customers";

    public override string Permission => CustomersPermissions.Read;

    public override Type Texts => typeof(CustomersTexts);

    protected override IReadOnlyList<ExportColumn<CustomerRow>> Sheet { get; } =
    [
        new("name", "list.name", c => c.NameMask) { IsPersonal = true, IsMasked = true },
        new("phone", "list.phone", c => c.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("stage", "list.stage", c => text["stage." + c.Stage].Value),
        new("city", "list.city", c => c.City),
        new("last_seen", "list.last_seen", c => c.LastSeenAt, ColumnKind.Moment),
        new("first_seen", "list.first_seen", c => c.FirstSeenAt, ColumnKind.Moment),
    ];

    protected override Task<Page<CustomerRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => customers.ListAsync(page, ct);

    protected override Guid IdOf(CustomerRow row) => row.Id;
}
