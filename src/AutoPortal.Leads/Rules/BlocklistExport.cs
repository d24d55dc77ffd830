using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Rules;

/// <summary>Blocked numbers, masked for everybody: what comes back is known by its row, and only its reason can change.</summary>
internal sealed class BlocklistExport(RulesQueries rules, IStringLocalizer<LeadTexts> text) : ExportList<BlockedRow>
{
    public override string Code => "blocklist";

    public override string Permission => LeadsPermissions.Rules;

    public override Type Texts => typeof(LeadTexts);

    public override string? ImportKind => "blocklist";

    protected override IReadOnlyList<ExportColumn<BlockedRow>> Sheet { get; } =
    [
        new("phone", "import.blocklist.phone", row => row.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("reason", "import.blocklist.reason", row => text.Say("cleaning_reason", StoredWord<BlockReason>.Of(row.Reason))),
        new("by", "rules.by", row => row.By ?? text["blocklist.by_file"].Value),
        new("at", "rules.at", row => row.At, ColumnKind.Moment),
    ];

    protected override Task<Page<BlockedRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => rules.BlocklistAsync(page, ct);

    protected override Guid IdOf(BlockedRow row) => row.Id;

    protected override string VersionOf(BlockedRow row) => row.At.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
