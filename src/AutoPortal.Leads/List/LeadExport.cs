using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Import;
using AutoPortal.Leads.Looks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.List;

/// <summary>Leads of a tab, named and masked as on the screen; phones in full only with a permission of its own. What comes back may correct the answers.</summary>
internal sealed class LeadExport(LeadQueries leads, LeadAllocation allocation, IDbContextFactory<LeadsDb> dbs, CurrentScope scope, PhoneVault vault, IStringLocalizer<LeadTexts> text) : ExportList<LeadExport.Row>
{
    public override string Code => "leads";

    public override string Permission => LeadsPermissions.Read;

    public override Type Texts => typeof(LeadTexts);

    public override string? RevealPermission => LeadsPermissions.ExportPhones;

    public override string? ImportKind => "leads";

    protected override IReadOnlyList<ExportColumn<Row>> Sheet { get; } =
    [
        new(LeadCells.Name, "import.leads.name", row => row.Lead.Name) { IsPersonal = true },
        new(LeadCells.Phone, "import.leads.phone", row => row.Lead.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("state", "col.state", row => text.State(row.Lead.State)),
        new("level", "col.level", row => row.Lead.Level.ToString()),
        new("heat", "col.heat", row => text.Say("heat", row.Lead.Heat.Word())),
        new(CleaningFields.Series, "import.leads.series", row => row.Lead.Series),
        new("source", "col.source", row => text.Source(row.Lead.Source)),
        new("dealer", "col.dealer", row => row.Lead.Dealer),
        new("advisor", "col.advisor", row => row.Lead.Owner),
        new("due", "col.due", row => row.Lead.DueAt, ColumnKind.Moment),
        new("at", "col.arrived", row => row.Lead.CreatedAt, ColumnKind.Moment),
        .. new[] { CleaningFields.Province, CleaningFields.City, CleaningFields.District, CleaningFields.Window, CleaningFields.Budget }
            .Select(field => new ExportColumn<Row>(field, "import.leads." + field, row => row.Answers.GetValueOrDefault(field))),
    ];

    protected override async Task<Page<Row>> PageAsync(string? view, PageRequest page, CancellationToken ct)
    {
        var found = await leads.ListAsync(view ?? LeadTab.All, page, ct);
        var ids = found.Rows.Select(l => l.Id).ToList();
        var market = await allocation.MarketAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var answers = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id))
            .Select(l => new { Version = EF.Property<uint>(l, "Version"), Facts = new LeadAnswerFacts(l.Id, l.BrandId, l.SeriesCode, l.Province, l.City, l.District, l.Window, l.Mended, l.Written) })
            .ToDictionaryAsync(l => l.Facts.Id, ct);
        return new(
            [.. found.Rows.Where(l => answers.ContainsKey(l.Id)).Select(l => new Row(l, answers[l.Id].Version, LeadCells.Of(answers[l.Id].Facts, market)))],
            found.NextAfter, found.Total);
    }

    protected override Guid IdOf(Row row) => row.Lead.Id;

    protected override string VersionOf(Row row) => row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected override async Task<IReadOnlyDictionary<Guid, string>> RevealAsync(IReadOnlyList<Row> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Lead.Id).ToList();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var boxes = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id) && l.ErasedAt == null).Select(l => new { l.Id, l.PhoneSealed }).ToListAsync(ct);
        return boxes.Where(l => l.PhoneSealed.Length > 0).ToDictionary(l => l.Id, l => vault.Open(scope.TenantId, l.PhoneSealed));
    }

    internal sealed record Row(LeadRow Lead, uint Version, IReadOnlyDictionary<string, string> Answers);
}
