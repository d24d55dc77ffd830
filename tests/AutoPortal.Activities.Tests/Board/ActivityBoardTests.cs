using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Board;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Demo;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Board;

public sealed class ActivityBoardTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public void Too_few_people_make_no_rate_and_the_assumption_says_so()
    {
        var rates = ArrivalForecast.Rates(new Dictionary<ArrivalClass, ShowUps> { [ArrivalClass.Confirmed] = new(40, 30), [ArrivalClass.Waiting] = new(29, 29) });

        (rates[ArrivalClass.Confirmed].Rate, rates[ArrivalClass.Confirmed].IsOwn).ShouldBe((0.75, true));
        rates[ArrivalClass.Waiting].IsOwn.ShouldBeFalse();
        ArrivalForecast.Expect(new Dictionary<ArrivalClass, int> { [ArrivalClass.Confirmed] = 10, [ArrivalClass.Waiting] = 10 }, rates).ShouldBe(8);
    }

    [Fact]
    public async Task The_board_counts_each_state_and_the_hours_of_those_who_came()
    {
        await using var tenant = AtDesk();
        var (activity, sessions) = await tenant.WithSessionsAsync([2], perDealer: true);
        foreach (var person in new[] { 1, 2, 3 })
        {
            await tenant.SignUpAsync(Make.FormFor(sessions[0], person, KnownDealers.Shanghai));
        }

        await tenant.Get<CheckInPeople>().RunAsync(activity.Id, [new(Make.Id(), null, (await tenant.PersonAsync(1)).Id, DateTimeOffset.UtcNow, "found", true)], default);
        var board = (await tenant.Get<BoardQueries>().FindAsync(activity.Id, default))!;
        await using var suzhou = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });

        var row = board.Rows.Single(r => r.Dealer == KnownDealers.Shanghai.Name);
        (row.SignedUp, row.Confirmed, row.Waiting, row.Arrived, row.NoShow, row.Target, row.Expected).ShouldBe((3, 2, 1, 1, 0, 2, null));
        board.Hours.Sum(h => h.People).ShouldBe(1);
        board.Leads!.Ordered.ShouldBe(1);
        (await suzhou.Get<BoardQueries>().FindAsync(activity.Id, default))!.Rows.ShouldHaveSingleItem().SignedUp.ShouldBe(0);
    }

    [Fact]
    public async Task Tomorrow_is_forecast_from_the_tenants_own_past_and_below_the_target_people_to_invite_are_named()
    {
        await using var tenant = AtDesk();
        activities.Known.Add(tenant.Id, "chenxing");
        await using var house = tenant.AsSystem();
        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoKinds>().Single().SeedAsync(default);
        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoArrivals>().Single().SeedAsync(default);
        await house.Get<IEnumerable<IDemoSeed>>().OfType<DemoArrivals>().Single().SeedAsync(default);
        var activity = await tenant.ReadAsync<ActivitiesDb, Activity>(db => db.Activities.SingleAsync(a => a.Slug == "open-house"));

        var board = (await tenant.Get<BoardQueries>().FindAsync(activity.Id, default))!;

        var tomorrow = board.Rows.Where(r => r.Expected is not null).ToList();
        tomorrow.ShouldAllBe(r => ShanghaiTime.DateOf(r.StartsAt!.Value) == ShanghaiTime.DateOf(DateTimeOffset.UtcNow).AddDays(1));
        tomorrow.ShouldAllBe(r => r.Expected > 0 && r.Gap > 0 && r.Expected + r.Gap == r.Target);
        board.Rates.Single(r => r.Class == "confirmed").IsOwn.ShouldBeTrue();
        board.Invites.ShouldNotBeEmpty();
        board.Invites.ShouldAllBe(i => i.PhoneMask.Contains("****"));
        board.Rows.Sum(r => r.Arrived).ShouldBeGreaterThan(20);
        board.Rows.Sum(r => r.NoShow).ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Another_tenants_board_is_not_there()
    {
        await using var tenant = AtDesk();
        var activity = await tenant.RunningAsync();
        await using var stranger = AtDesk();

        (await stranger.Get<BoardQueries>().FindAsync(activity.Id, default)).ShouldBeNull();
    }

    private TestTenant AtDesk() => activities.Tenant(ActivitiesPermissions.Read, ActivitiesPermissions.Manage, ActivitiesPermissions.CheckIn);
}
