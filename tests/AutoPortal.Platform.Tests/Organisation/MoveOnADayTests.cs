using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;

namespace AutoPortal.Platform.Tests.Organisation;

public sealed class MoveOnADayTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Access_follows_the_old_region_up_to_the_day_before_and_the_new_one_from_the_day_itself()
    {
        var town = await platform.BuildAsync();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        var old = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);
        var next = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.South.Id);
        var move = town.Today.AddDays(2);
        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, town.South.Id, move, default)).IsOk.ShouldBeTrue();

        platform.Now.Ahead += TimeSpan.FromDays(1);
        town.Today.AddDays(1).ShouldBe(move);
        (await SeesAsync(old, town.First), await SeesAsync(next, town.First)).ShouldBe((true, false));

        platform.Now.Ahead += TimeSpan.FromDays(1);
        (await SeesAsync(old, town.First), await SeesAsync(next, town.First)).ShouldBe((false, true));
    }

    [Fact]
    public async Task Before_a_move_people_are_told_who_gains_and_who_loses_sight()
    {
        var town = await platform.BuildAsync();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.North.Id);
        await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.SubRegion, town.NorthCity.Id);
        await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.South.Id);

        var toSouth = await admin.Get<MoveConsequences>().LookAsync(town.First.Id, town.South.Id, town.Today.AddDays(1), default);
        var upInNorth = await admin.Get<MoveConsequences>().LookAsync(town.First.Id, town.North.Id, town.Today.AddDays(1), default);

        (toSouth.Gain.Count, toSouth.Lose.Count).ShouldBe((1, 2));
        (upInNorth.Gain.Count, upInNorth.Lose.Count).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_planned_move_that_is_called_off_never_comes()
    {
        var town = await platform.BuildAsync();
        await using var admin = await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null));
        var next = await town.HireAsync(RoleTemplate.RegionalManager, MembershipReach.Region, town.South.Id);
        (await admin.Get<MoveDealer>().RunAsync(town.First.Id, town.South.Id, town.Today.AddDays(1), default)).IsOk.ShouldBeTrue();

        (await admin.Get<CallOffMove>().RunAsync(town.First.Id, default)).IsOk.ShouldBeTrue();

        platform.Now.Ahead += TimeSpan.FromDays(1);
        (await SeesAsync(next, town.First)).ShouldBeFalse();
        (await admin.Get<CallOffMove>().RunAsync(town.First.Id, default)).Refusal.ShouldBe(PlatformRefusals.NoMovePlanned);
    }

    private async Task<bool> SeesAsync(Member member, Dealer dealer) => (await platform.ResolveAsync(member.Principal))!.DealerIds.Contains(dealer.Id);
}
