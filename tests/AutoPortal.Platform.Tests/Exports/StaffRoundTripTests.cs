using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports.Staff;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>The list of people goes out and comes back: each person is known by their exported row, whatever is masked in it.</summary>
public sealed class StaffRoundTripTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly string[] Everything =
    [
        StaffFile.Name, StaffFile.SignIn, StaffFile.Role, "place", "state", StaffFile.FromOn, StaffFile.UntilOn, StaffFile.Dealer, StaffFile.Region, StaffFile.SubRegion,
        StaffFile.OpenCap, StaffFile.DailyCap, StaffFile.Tags,
    ];

    [Theory, InlineData("zh-CN"), InlineData("en")]
    public async Task A_file_that_comes_back_untouched_changes_nothing_in_whatever_language_it_went_out(string language)
    {
        var (town, trip, _) = await StartAsync();
        await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.SubRegion, town.NorthCity.Id);
        Language(language);
        var file = await trip.ExportAsync();

        Language("zh-CN");
        var back = await trip.BringBackAsync(file);

        (back.Tally.Rows, back.Tally.Of(RowOutcome.Same)).ShouldBe((4, 4));
        back.Rows.ShouldBeEmpty("every row is the same, so there is nothing to look at");
    }

    [Fact]
    public async Task A_masked_sign_in_number_finds_its_person_and_never_overwrites_the_whole_one()
    {
        var (town, trip, advisor) = await StartAsync();
        var file = await trip.ReworkAsync(await trip.ExportAsync(), (name, field, cell) => (name, field) == ("顾问甲", StaffFile.OpenCap) ? "15" : cell);

        var back = await trip.BringBackAsync(file, applies: true);

        var row = back.Rows.Single(r => r.Outcome is RowOutcome.Updated);
        row.RootId.ShouldBe(advisor.MembershipId);
        row.Differences.ShouldHaveSingleItem().ShouldBe(new CellDifference(StaffFile.OpenCap, "60", "15", "60"));
        (await MemberAsync(town, advisor)).OpenLeadCap.ShouldBe(15);
        (await platform.AccountsAsync(db => db.Users.Where(a => a.Id == advisor.Account.Id).Select(a => a.UserName).SingleAsync())).ShouldBe(Phone(advisor));
    }

    [Fact]
    public async Task What_changed_here_meanwhile_stays_and_is_shown_three_ways()
    {
        var (town, trip, advisor) = await StartAsync();
        var file = await trip.ExportAsync();
        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            var member = await db.Memberships.SingleAsync(m => m.Id == advisor.MembershipId);
            return member.Describe(new("顾问甲", member.FromOn, null, 40, member.DailyNewCap, ["置换"]));
        });

        var back = await trip.BringBackAsync(
            await trip.ReworkAsync(file, (name, field, cell) => (name, field) switch { ("顾问甲", StaffFile.OpenCap) => "15", ("顾问甲", StaffFile.Dealer) => "d2", _ => cell }), applies: true);

        var differences = back.Rows.Single(r => r.RootId == advisor.MembershipId).Differences;
        differences.ShouldBe([new(StaffFile.Dealer, "D1", "D2", "D1"), new(StaffFile.OpenCap, "40", "15", "60")]);
        differences.Select(d => d.IsConflict).ShouldBe([false, true]);
        var member = await MemberAsync(town, advisor);
        (member.OpenLeadCap, member.NodeId).ShouldBe((40, town.Direct.Id));
        member.Tags.ShouldBe(["置换"], "nobody touched the cell in the file");
    }

    [Fact]
    public async Task Another_sign_in_typed_over_the_mask_is_refused_beside_its_cell()
    {
        var (town, trip, advisor) = await StartAsync();
        var before = await MemberAsync(town, advisor);

        var back = await trip.BringBackAsync(await trip.ReworkAsync(await trip.ExportAsync(), (name, field, cell) => (name, field) == ("顾问甲", StaffFile.SignIn) ? "13900001111" : cell), applies: true);

        back.Rows.Single(r => r.Outcome is RowOutcome.Refused).Issues.Select(i => (i.Field, i.Code)).ShouldBe([(StaffFile.SignIn, "sign_in_never_changes")]);
        (await MemberAsync(town, advisor)).AccountId.ShouldBe(before.AccountId);
    }

    [Fact]
    public async Task Each_place_of_a_person_with_two_is_changed_by_its_own_row()
    {
        var (town, trip, advisor) = await StartAsync();
        var second = new Membership(Ids.New(platform.Now), advisor.Account.Id, "顾问甲", town.Roles[RoleTemplate.SalesAdvisor].Id, MembershipReach.Own, town.Far.Id, town.Today);
        await platform.InTenantAsync(town.Tenant.Id, db => Task.FromResult(db.Add(second).State));
        var file = await trip.ReworkAsync(await trip.ExportAsync(), (name, field, cell) => (name, field) == ("顾问甲", StaffFile.DailyCap) ? "3" : cell);

        await trip.BringBackAsync(file, applies: true);

        (await MemberAsync(town, advisor)).DailyNewCap.ShouldBe(3);
        (await platform.InTenantAsync(town.Tenant.Id, db => db.Memberships.SingleAsync(m => m.Id == second.Id))).DailyNewCap.ShouldBe(3);
    }

    [Fact]
    public async Task An_exported_row_of_another_tenant_is_nobody_here()
    {
        var (_, elsewhere, _) = await StartAsync();
        var (_, trip, _) = await StartAsync();

        var back = await trip.BringBackAsync(await elsewhere.ExportAsync(), applies: true);

        back.Tally.Results.Keys.ShouldContain("refused:unknown");
        back.Tally.Of(RowOutcome.Created).ShouldBe(0);
    }

    private static string Phone(Member member) => "138" + Math.Abs(member.MembershipId.GetHashCode() % 100_000_000).ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    private static void Language(string name) => System.Globalization.CultureInfo.CurrentUICulture = new(name);

    private Task<Membership> MemberAsync(Town town, Member member) => platform.InTenantAsync(town.Tenant.Id, db => db.Memberships.SingleAsync(m => m.Id == member.MembershipId));

    private async Task<(Town Town, RoundTrip Trip, Member Advisor)> StartAsync()
    {
        var town = await platform.BuildAsync();
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        await town.HireAsync(RoleTemplate.DealerManager, MembershipReach.Dealer, town.Direct.Id);
        var advisor = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await platform.InTenantAsync(town.Tenant.Id, async db =>
        {
            var member = await db.Memberships.SingleAsync(m => m.Id == advisor.MembershipId);
            return member.Describe(new("顾问甲", member.FromOn, null, Membership.DefaultOpenLeadCap, Membership.DefaultDailyNewCap, ["新能源"]));
        });
        var phone = Phone(advisor);
        await platform.AccountsAsync(db => db.Users.Where(a => a.Id == advisor.Account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.UserName, phone).SetProperty(a => a.NormalizedUserName, phone)));
        return (town, new(platform, town, admin, "people", "staff", Everything), advisor);
    }
}
