using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Staff;

/// <summary>人员文件: a person is found by what they sign in by. New accounts have no password: one is issued in the person's drawer, and shown once.</summary>
internal sealed class StaffFile(IDbContextFactory<PlatformDb> dbs, StaffWords words, StaffAccounts accounts, IOrganisation organisation, ScopeResolver scopes, CurrentUser user, TimeProvider clock) : ImportKind<PlatformDb>(dbs, clock)
{
    public const string Name = "name";
    public const string SignIn = "sign_in";
    public const string Role = "role";
    public const string Dealer = "dealer";
    public const string Region = "region";
    public const string SubRegion = "sub_region";
    public const string FromOn = "from_on";
    public const string UntilOn = "until_on";
    public const string OpenCap = "open_cap";
    public const string DailyCap = "daily_cap";
    public const string Tags = "tags";

    private readonly TimeProvider _time = clock;

    public override string Code => "staff";

    public override string Icon => "users";

    public override string Permission => PlatformPermissions.PeopleManage;

    public override Type Texts => typeof(PlatformTexts);

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new(Name, ImportFormat.Text, "员工姓名", "人员姓名") { IsPersonal = true },
        new(SignIn, ImportFormat.Phone, "登录邮箱", "登录手机号", "登录邮箱/手机号", "邮箱", "手机号", "手机", "登录名", "账号", "email") { IsRequired = true, IsPersonal = true },
        new(Role, ImportFormat.Text, "岗位", "职位", "职务"),
        new(Dealer, ImportFormat.Text, "经销商", "门店代码", "所属经销商", "所属门店"),
        new(Region, ImportFormat.Text, "所属大区"),
        new(SubRegion, ImportFormat.Text, "所属小区"),
        new(FromOn, ImportFormat.Day, "入职时间", "生效日期"),
        new(UntilOn, ImportFormat.Day, "离职时间", "失效日期"),
        new(OpenCap, ImportFormat.Number, "线索容量", "在手线索上限"),
        new(DailyCap, ImportFormat.Number, "每日上限", "每日新线索"),
        new(Tags, ImportFormat.Text, "擅长"),
    ];

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ChoicesAsync(CancellationToken ct)
    {
        var tree = await organisation.TreeAsync(ct);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [Role] = await words.RolesAsync(ct),
            [Dealer] = [.. tree.Dealers.Where(d => d.State != "left").Select(d => d.Code)],
            [Region] = [.. tree.Regions.Where(r => !r.IsClosed).Select(r => r.Name)],
            [SubRegion] = [.. tree.SubRegions.Where(s => !s.IsClosed).Select(s => s.Name)],
        };
    }

    public override string? AddressOf(Guid rootId) => PlatformRoutes.People;

    protected override async Task<Outcome<ImportRules<PlatformDb>>> RulesAsync(ImportOrder order, CancellationToken ct)
        => new StaffFileRules(order, await words.ReadAsync(ct), accounts, user.Id, _time);

    protected override Guid? RootOf(TenantEntity row) => row is Membership member ? member.Id : null;

    // Whoever was on duty here has worked: they end on a day, and are not taken back.
    protected override async Task<IReadOnlySet<Guid>> NeededAsync(PlatformDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
        => (await db.Memberships.Where(m => roots.Contains(m.Id) && db.Set<DutyShift>().Any(s => s.AccountId == m.AccountId && s.DealerId == m.DealerId)).Select(m => m.Id).ToListAsync(ct)).ToHashSet();

    protected override Task TakenBackAsync(PlatformDb db, IReadOnlyList<Guid> roots, CancellationToken ct)
    {
        db.Announce(PlatformTopics.Access, "");
        return Task.CompletedTask;
    }

    protected override void Saved() => scopes.Forget();
}
