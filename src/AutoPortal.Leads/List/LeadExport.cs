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
    private static readonly string[] Answers = [CleaningFields.Province, CleaningFields.City, CleaningFields.District, CleaningFields.Window, CleaningFields.Budget];
    private static readonly Dictionary<string, string> NoAnswers = [];
    private readonly Dictionary<(string Kind, string Word), string> _said = [];
    private IReadOnlyList<ExportColumn<Row>>? _sheet;

    public override string Code => "leads";

    public override string Permission => LeadsPermissions.Read;

    public override Type Texts => typeof(LeadTexts);

    public override string? RevealPermission => LeadsPermissions.ExportPhones;

    public override string? ImportKind => "leads";

    protected override IReadOnlyList<ExportColumn<Row>> Sheet => _sheet ??=
    [
        new(LeadCells.Name, "import.leads.name", row => row.Lead.Name) { IsPersonal = true },
        new(LeadCells.Phone, "import.leads.phone", row => row.Lead.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("state", "col.state", row => Said("state", row.Lead.State.Word(), word => text.Say("state", word))),
        new("level", "col.level", row => row.Lead.Level.ToString()),
        new("heat", "col.heat", row => Said("heat", row.Lead.Heat.Word(), word => text.Say("heat", word))),
        new(CleaningFields.Series, "import.leads.series", row => row.Lead.Series),
        new("source", "col.source", row => Said("source", row.Lead.Source, text.Source)),
        new("dealer", "col.dealer", row => row.Lead.Dealer),
        new("advisor", "col.advisor", row => row.Lead.Owner),
        new("due", "col.due", row => row.Lead.DueAt, ColumnKind.Moment),
        new("at", "col.arrived", row => row.Lead.CreatedAt, ColumnKind.Moment),
        .. Answers.Select(code => new ExportColumn<Row>(code, "import.leads." + code, row => row.Answers.GetValueOrDefault(code))),
    ];

    protected override Task<Page<Row>> PageAsync(ExportOrder order, PageRequest page, CancellationToken ct)
        => PageAsync(order.View, page, order.Columns.Intersect(Answers).Any(), ct);

    protected override Task<Page<Row>> PageAsync(string? view, PageRequest page, CancellationToken ct) => PageAsync(view, page, hasAnswers: false, ct);

    private async Task<Page<Row>> PageAsync(string? view, PageRequest page, bool hasAnswers, CancellationToken ct)
    {
        var found = await leads.ListAsync(view ?? LeadTab.All, page, ct);
        if (!hasAnswers)
        {
            return new([.. found.Rows.Select(l => new Row(l, NoAnswers))], found.NextAfter, found.Total);
        }

        var ids = found.Rows.Select(l => l.Id).ToList();
        var market = await allocation.MarketAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var answers = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id))
            .Select(l => new LeadAnswerFacts(l.Id, l.BrandId, l.SeriesCode, l.Province, l.City, l.District, l.Window, l.Mended, l.Written))
            .ToDictionaryAsync(l => l.Id, ct);
        return new([.. found.Rows.Where(l => answers.ContainsKey(l.Id)).Select(l => new Row(l, LeadCells.Of(answers[l.Id], market)))], found.NextAfter, found.Total);
    }

    protected override Guid IdOf(Row row) => row.Lead.Id;

    protected override string VersionOf(Row row) => row.Lead.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected override async Task<IReadOnlyDictionary<Guid, string>> RevealAsync(IReadOnlyList<Row> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Lead.Id).ToList();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var boxes = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id) && l.ErasedAt == null).Select(l => new { l.Id, l.PhoneSealed }).ToListAsync(ct);
        return boxes.Where(l => l.PhoneSealed.Length > 0).ToDictionary(l => l.Id, l => vault.Open(scope.TenantId, l.PhoneSealed));
    }

    // A file has few words in many rows: each is looked up once.
    private string Said(string kind, string word, Func<string, string> say)
        => _said.TryGetValue((kind, word), out var said) ? said : _said[(kind, word)] = say(word);

    internal sealed record Row(LeadRow Lead, IReadOnlyDictionary<string, string> Answers);
}
