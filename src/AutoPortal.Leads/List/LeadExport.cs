using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Looks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.List;

/// <summary>Leads of a tab, named and masked as on the screen; phones in full only with a permission of its own.</summary>
internal sealed class LeadExport(LeadQueries leads, IDbContextFactory<LeadsDb> dbs, CurrentScope scope, PhoneVault vault, IStringLocalizer<LeadTexts> text) : ExportList<LeadRow>
{
    public override string Code => "leads";

    public override string Permission => LeadsPermissions.Read;

    public override Type Texts => typeof(LeadTexts);

    public override string? RevealPermission => LeadsPermissions.ExportPhones;

    protected override IReadOnlyList<ExportColumn<LeadRow>> Sheet { get; } =
    [
        new("name", "col.name", lead => lead.Name) { IsPersonal = true },
        new("phone", "col.phone", lead => lead.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("state", "col.state", lead => text.State(lead.State)),
        new("level", "col.level", lead => lead.Level.ToString()),
        new("heat", "col.heat", lead => text.Say("heat", lead.Heat.Word())),
        new("series", "col.series", lead => lead.Series),
        new("source", "col.source", lead => text.Source(lead.Source)),
        new("dealer", "col.dealer", lead => lead.Dealer),
        new("advisor", "col.advisor", lead => lead.Owner),
        new("due", "col.due", lead => lead.DueAt, ColumnKind.Moment),
        new("at", "col.arrived", lead => lead.CreatedAt, ColumnKind.Moment),
    ];

    protected override Task<Page<LeadRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => leads.ListAsync(view ?? LeadTab.All, page, ct);

    protected override Guid IdOf(LeadRow row) => row.Id;

    protected override async Task<IReadOnlyDictionary<Guid, string>> RevealAsync(IReadOnlyList<LeadRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToList();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var boxes = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id) && l.ErasedAt == null).Select(l => new { l.Id, l.PhoneSealed }).ToListAsync(ct);
        return boxes.Where(l => l.PhoneSealed.Length > 0).ToDictionary(l => l.Id, l => vault.Open(scope.TenantId, l.PhoneSealed));
    }
}
