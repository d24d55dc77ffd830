using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Leads.Import;

/// <summary>线索文件: rows go the way of every enquiry, through cleaning, duplicates and allocation (domain language §4.4, 4.5, 4.7).</summary>
internal sealed class LeadFile(IDbContextFactory<LeadsDb> dbs, LeadIntake intake, LeadAllocation allocation, PhoneVault vault, IServiceProvider services, TimeProvider clock) : ImportKind<LeadsDb>(dbs, clock)
{
    private readonly TimeProvider _time = clock;
    private readonly HashSet<string> _topics = [];
    private readonly HashSet<Guid> _customers = [];

    public override string Code => "leads";

    public override string Permission => LeadsPermissions.Import;

    public override string Icon => "leads";

    public override Type Texts => typeof(LeadTexts);

    public override string FacetName => "levels_of_accepted";

    public override IReadOnlyList<string> FacetOrder { get; } = ["H", "A", "B", "C", "N"];

    // Duplicates are found by the rules for leads, so a row cannot be told to be new or known.
    public override IReadOnlyList<ImportMode> Modes { get; } = [ImportMode.Upsert];

    public override bool HasConsequences => true;

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("name", ImportFormat.Text, "客户姓名", "客户名称", "联系人", "客户") { IsPersonal = true },
        new("nickname", ImportFormat.Text, "微信昵称", "称呼") { IsPersonal = true },
        new("phone", ImportFormat.Phone, "手机", "电话", "联系电话", "手机号码", "联系方式", "mobile", "tel") { IsRequired = true, IsPersonal = true },
        new("brand", ImportFormat.Text, "品牌名称"),
        new("series", ImportFormat.Text, "车型", "车系", "意向车系", "意向车", "model"),
        new("province", ImportFormat.Text, "省", "所在省份"),
        new("city", ImportFormat.Text, "市", "所在城市"),
        new("district", ImportFormat.Text, "区", "区县", "所在区县"),
        new("source", ImportFormat.Text, "来源", "线索来源", "一级渠道", "渠道"),
        new("source_second", ImportFormat.Text, "二级渠道", "来源明细"),
        new("source_third", ImportFormat.Text, "三级渠道"),
        new("window", ImportFormat.Text, "预计购车时间", "购车周期", "计划购车时间"),
        new("budget", ImportFormat.Text, "预算", "购车预算", "预算(万元)"),
        new("dealer", ImportFormat.Text, "意向经销商", "经销商代码", "经销商", "意向门店"),
        new("consent", ImportFormat.Flag, "是否同意联系", "同意被联系", "授权联系"),
        new("submitted_at", ImportFormat.Moment, "留资时间", "创建时间", "线索时间", "提交日期"),
    ];

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct)
        => LeadFileChoices.Of(await allocation.MarketAsync(ct));

    public override string? AddressOf(Guid rootId) => LeadsRoutes.CardOf(rootId);

    protected override async Task<Outcome<ImportRules<LeadsDb>>> RulesAsync(ImportOrder order, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        var facts = new FileFacts(market.Brands, order.BrandId ?? market.OnlyBrandId, _time.GetUtcNow());
        var corrections = new LeadCorrections(order, Fields, market, services.GetRequiredService<Recleaning>(), vault, _time);
        return new LeadFileRules(order, facts, market, intake, services.GetRequiredService<LeadPreview>(), corrections, vault, _time);
    }

    protected override Guid? RootOf(TenantEntity row) => row switch
    {
        Lead lead => lead.Id,
        LeadMove move => move.LeadId,
        SourceTouch touch => touch.LeadId,
        FollowPlan plan => plan.LeadId,
        AllocationRecord allocated => allocated.LeadId,
        LevelChange change => change.LeadId,
        _ => null,
    };

    // Nothing but its own changes keeps a lead; yet whose screens show it must be known before it goes.
    protected override async Task<IReadOnlySet<Guid>> NeededAsync(LeadsDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
    {
        var leads = await db.Leads.AsNoTracking().Where(l => roots.Contains(l.Id)).ToListAsync(ct);
        _topics.UnionWith(leads.SelectMany(LeadTopics.Of));
        _customers.UnionWith(leads.Select(l => l.CustomerId).OfType<Guid>());
        return new HashSet<Guid>();
    }

    protected override async Task TakenBackAsync(LeadsDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
    {
        await NewLeads.FindByNameAsync(db, roots, ct);
        await UnknownWords.RewriteAsync(db, await db.Leads.AsNoTracking().Where(l => roots.Contains(l.Id)).ToListAsync(ct), roots, ct);
        // Candidates of whom no lead is left go too: they were introduced by the file alone.
        var still = await db.Leads.Where(l => l.CustomerId != null && _customers.Contains(l.CustomerId.Value)).Select(l => l.CustomerId!.Value).Distinct().ToListAsync(ct);
        await services.GetRequiredService<ICustomerDirectory>().WithdrawAsync([.. _customers.Except(still)], ct);
        _customers.Clear();
        foreach (var topic in _topics)
        {
            db.Announce(topic, "");
        }

        _topics.Clear();
    }
}
