using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Rules;

/// <summary>Blocked numbers, masked for everybody.</summary>
internal sealed class BlocklistExport(RulesQueries rules, IStringLocalizer<LeadTexts> text) : ExportList<BlockedRow>
{
    public override string Code => "blocklist";

    public override string Permission => LeadsPermissions.Rules;

    public override Type Texts => typeof(LeadTexts);

    protected override IReadOnlyList<ExportColumn<BlockedRow>> Sheet { get; } =
    [
        new("phone", "col.phone", row => row.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("reason", "blocklist.reason", row => text.Say("cleaning_reason", StoredWord<BlockReason>.Of(row.Reason))),
        new("by", "rules.by", row => row.By ?? text["blocklist.by_file"].Value),
        new("at", "rules.at", row => row.At, ColumnKind.Moment),
    ];

    protected override Task<Page<BlockedRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => rules.BlocklistAsync(page, ct);

    protected override Guid IdOf(BlockedRow row) => row.Id;
}
