using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.People;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class StaffFileTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_row_hires_a_person_at_their_place_or_says_every_cell_that_is_wrong()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;

        var run = await tenant.ImportAsync("staff", ImportTrial.File(
            Row("adviser", ("role", "销售顾问"), ("dealer", "d1"), ("from_on", "2026-01-05"), ("open_cap", "80"), ("tags", "新能源、置换")),
            Row("manager", ("role", "regional_manager"), ("region", "北区"), ("sub_region", "北城小区")),
            Row("nobody", ("role", "宇航员")),
            Row("homeless", ("role", "销售顾问")),
            [("name", "无名"), ("sign_in", "不是邮箱"), ("role", "销售顾问")],
            Row("turned", ("role", "销售顾问"), ("dealer", "D2"), ("from_on", "2026-03-02"), ("until_on", "2026-03-01")),
            Row("adviser", ("role", "销售顾问"), ("dealer", "D2"))));

        (await tenant.ImportedAsync("staff", run)).Select(r => r.Result).ShouldBe(
            ["created", "created", "invalid:unknown_word", "invalid:missing_field", "invalid:sign_in_name_malformed", "invalid:member_days_turned", "duplicate"]);
        var members = await MembersAsync(tenant);
        members.Select(m => (m.Reach, m.NodeId)).ShouldBe([(MembershipReach.Own, town.First.Id), (MembershipReach.SubRegion, town.NorthCity.Id)], ignoreOrder: true);
        var adviser = members.Single(m => m.Reach is MembershipReach.Own);
        (adviser.Name, adviser.FromOn, adviser.OpenLeadCap).ShouldBe(("adviser的名字", new DateOnly(2026, 1, 5), 80));
        adviser.Tags.ShouldBe(["新能源", "置换"]);
    }

    [Fact]
    public async Task A_new_person_cannot_sign_in_until_a_password_is_issued_once()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        await tenant.ImportAsync("staff", ImportTrial.File(Row("fresh", ("role", "销售顾问"), ("dealer", "D1"))));
        var member = (await MembersAsync(tenant)).ShouldHaveSingleItem();
        (await HashAsync(member.AccountId)).ShouldBeNull();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        var issue = admin.Get<IssuePassword>();
        (await issue.IsNeededAsync(member.Id, default)).ShouldBeTrue();

        var issued = await issue.RunAsync(member.Id, default);

        issued.Value!.Length.ShouldBe(16);
        (await HashAsync(member.AccountId)).ShouldNotBeNull();
        (await issue.IsNeededAsync(member.Id, default)).ShouldBeFalse();
        (await issue.RunAsync(member.Id, default)).Refusal.ShouldBe(PlatformRefusals.HasAPassword);
    }

    [Fact]
    public async Task The_persons_drawer_issues_the_password_shows_it_once_and_offers_it_no_more()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;
        await tenant.ImportAsync("staff", ImportTrial.File(Row("drawer", ("role", "销售顾问"), ("dealer", "D1"))));
        var member = (await MembersAsync(tenant)).ShouldHaveSingleItem();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        await using var screens = new PlatformScreens(admin, platform.Now);
        var row = await admin.Get<PeopleQueries>().FindAsync(member.Id, default);
        var drawer = screens.Render<MemberDrawer>(d => d.Add(p => p.Member, row));
        drawer.WaitForAssertion(() => Buttons(drawer, "发放一次性密码").ShouldNotBeEmpty());

        await Buttons(drawer, "发放一次性密码").Single(b => b.Closest(".menu") is not null).ClickAsync(new());

        drawer.WaitForAssertion(() => drawer.Find("p[role=status]").TextContent.ShouldMatch("[A-Za-z0-9]{16}"));
        Buttons(drawer, "发放一次性密码").ShouldBeEmpty();
        (await HashAsync(member.AccountId)).ShouldNotBeNull();
        screens.Render<MemberDrawer>(d => d.Add(p => p.Member, row)).FindAll("p[role=status]").ShouldBeEmpty();
    }

    private static List<AngleSharp.Dom.IElement> Buttons(IRenderedComponent<MemberDrawer> drawer, string words) => [.. drawer.FindAll("button").Where(b => b.TextContent.Trim() == words)];

    [Fact]
    public async Task An_account_that_another_tenant_knows_gets_no_password_from_this_one()
    {
        var (town, tenant) = await TownAsync();
        var (other, elsewhere) = await TownAsync();
        await using var _ = tenant;
        await using var __ = elsewhere;
        var file = ImportTrial.File(Row("shared" + town.Tenant.Id.ToString("N")[..8], ("role", "销售顾问"), ("dealer", "D1")));
        await tenant.ImportAsync("staff", file);
        await elsewhere.ImportAsync("staff", file);
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        var member = (await MembersAsync(tenant)).Single(m => m.Reach is MembershipReach.Own);

        (await admin.Get<IssuePassword>().RunAsync(member.Id, default)).Refusal.ShouldBe(PlatformRefusals.HasAPassword);
        other.Tenant.Id.ShouldNotBe(town.Tenant.Id);
    }

    [Fact]
    public async Task A_known_person_takes_what_differs_an_equal_row_changes_nothing_and_an_undo_gives_it_back()
    {
        var (_, tenant) = await TownAsync();
        await using var _1 = tenant;
        await tenant.ImportAsync("staff", ImportTrial.File(Row("moved", ("role", "销售顾问"), ("dealer", "D1")), Row("stays", ("role", "店总"), ("dealer", "D2"))));
        var before = await tenant.ChecksumsAsync<PlatformDb>();

        var run = await tenant.ImportAsync("staff", ImportTrial.File(
            Row("moved", ("dealer", "D2"), ("open_cap", "10")), Row("stays", ("dealer", "D2"), ("open_cap", "60")), Row("fresh", ("role", "销售顾问"), ("dealer", "D3"))));

        var rows = await tenant.ImportedAsync("staff", run);
        rows.Select(r => r.Result).ShouldBe(["updated", "same", "created"]);
        rows[0].Differences.Select(d => d.Field).ShouldBe(["dealer", "open_cap"]);
        (await tenant.UndoAsync("staff", run)).ShouldBe(new UndoTally(3, 0));
        (await tenant.ChecksumsAsync<PlatformDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task A_refused_row_changes_no_cell()
    {
        var (_, tenant) = await TownAsync();
        await using var _1 = tenant;
        await tenant.ImportAsync("staff", ImportTrial.File(Row("half", ("role", "销售顾问"), ("dealer", "D1"))));
        var before = await tenant.ChecksumsAsync<PlatformDb>();

        var run = await tenant.ImportAsync("staff", ImportTrial.File([("sign_in", SignIn("half")), ("name", "半途而废"), ("role", "区域经理"), ("dealer", "D1")], [("sign_in", SignIn("half2")), ("name", "甲"), ("role", "销售顾问"), ("dealer", "D1"), ("open_cap", "-1")]));

        (await tenant.ImportedAsync("staff", run)).ShouldAllBe(r => r.Outcome == RowOutcome.Refused);
        (await tenant.ChecksumsAsync<PlatformDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task People_of_a_dealer_bring_in_their_own_dealers_people_only()
    {
        var (town, tenant) = await TownAsync();
        await using var _ = tenant;

        var run = await tenant.ImportAsync("staff", ImportTrial.File(
            Row("mine", ("role", "销售顾问"), ("dealer", "D1")), Row("theirs", ("role", "销售顾问"), ("dealer", "D2")), Row("boss", ("role", "platform_admin"))),
            order => order with { DealerIds = [town.First.Id] });

        (await tenant.ImportedAsync("staff", run)).Select(r => r.Result).ShouldBe(["created", "invalid:other_dealer", "invalid:other_dealer"]);
    }

    [Fact]
    public async Task The_template_offers_todays_roles_and_dealers()
    {
        var (_, tenant) = await TownAsync();
        await using var _1 = tenant;

        var choices = await tenant.ImportKind("staff").ChoicesAsync(default);

        choices["dealer"].ShouldBe(["D1", "D2", "D3"], ignoreOrder: true);
        choices["role"].Count.ShouldBe(TemplateRoles.Make(TimeProvider.System).Count);
    }

    private static string SignIn(string who) => who + "@staff.example";

    private static IReadOnlyList<(string, string?)> Row(string who, params (string, string?)[] more) => [("name", who + "的名字"), ("sign_in", SignIn(who)), .. more];

    private static Task<List<Membership>> MembersAsync(TestTenant tenant) => tenant.ReadAsync<PlatformDb, List<Membership>>(db => db.Memberships.ToListAsync());

    private Task<string?> HashAsync(Guid account) => platform.AccountsAsync(db => db.Users.Where(a => a.Id == account).Select(a => a.PasswordHash).SingleAsync());

    private async Task<(Town Town, TestTenant Tenant)> TownAsync()
    {
        var town = await platform.BuildAsync();
        return (town, platform.Tenant().As(f => f with { TenantId = town.Tenant.Id }));
    }
}
