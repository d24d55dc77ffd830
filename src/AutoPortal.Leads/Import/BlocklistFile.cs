using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Import;

/// <summary>黑名单文件: numbers that never become leads (domain language §4.4, rule 3).</summary>
internal sealed class BlocklistFile(IDbContextFactory<LeadsDb> dbs, PhoneVault vault, TimeProvider clock) : ImportKind<LeadsDb>(dbs, clock)
{
    private readonly TimeProvider _time = clock;

    public override string Code => "blocklist";

    public override string Permission => LeadsPermissions.Rules;

    public override string Icon => "shield";

    public override Type Texts => typeof(LeadTexts);

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("phone", ImportFormat.Phone, "手机", "电话", "号码", "联系电话", "手机号码") { IsRequired = true, IsPersonal = true },
        new("reason", ImportFormat.Text, "拉黑原因", "备注", "类型"),
    ];

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct)
        => Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(new Dictionary<string, IReadOnlyList<string>> { ["reason"] = FileWords.BlockWords });

    public override string? AddressOf(Guid rootId) => null;

    protected override Task<Outcome<ImportRules<LeadsDb>>> RulesAsync(ImportOrder order, CancellationToken ct)
        => Task.FromResult<Outcome<ImportRules<LeadsDb>>>(new BlocklistFileRules(order, vault, _time));

    protected override Guid? RootOf(TenantEntity row) => row is BlockedContact blocked ? blocked.Id : null;
}
