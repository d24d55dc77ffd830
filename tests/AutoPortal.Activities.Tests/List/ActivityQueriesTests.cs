using AutoPortal.Activities.List;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;

namespace AutoPortal.Activities.Tests.List;

public sealed class ActivityQueriesTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Headquarters_sees_all_figures_and_a_dealer_its_own()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await tenant.RunningAsync();
        var silent = Make.Form("13800138001");
        silent.Remove("consent_lead_contact");
        var named = Make.Form("13800138002");
        named[SignUpFields.Dealer] = KnownDealers.Suzhou.Code;
        await tenant.SignUpAsync(silent);
        await tenant.SignUpAsync(named);
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });

        var all = (await tenant.Get<ActivityQueries>().ListAsync(PageRequest.First(10), default)).Rows.Single();
        var theirs = (await dealer.Get<ActivityQueries>().FindAsync(activity.Id, default))!;
        var people = await dealer.Get<ActivityQueries>().SignUpsAsync(activity.Id, PageRequest.First(10), default);

        (all.SignedUp, all.NotContacted, all.Taken).ShouldBe((2, 1, 2));
        (theirs.SignedUp, theirs.NotContacted).ShouldBe((1, 0));
        people.Rows.ShouldHaveSingleItem().PhoneMask.ShouldBe("138****8002");
    }

    [Fact]
    public async Task Sign_ups_page_by_key_newest_first()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await tenant.RunningAsync();
        for (var i = 0; i < 7; i++)
        {
            await tenant.SignUpAsync(Make.Form($"1380013800{i}"));
        }

        var one = await tenant.Get<ActivityQueries>().SignUpsAsync(activity.Id, PageRequest.First(4), default);
        var two = await tenant.Get<ActivityQueries>().SignUpsAsync(activity.Id, PageRequest.First(4) with { After = one.NextAfter }, default);

        one.Rows.Concat(two.Rows).Select(s => s.PhoneMask[^1]).ShouldBe("6543210");
        two.NextAfter.ShouldBeNull();
    }

    [Theory]
    [InlineData("running", 1)]
    [InlineData("paused", 0)]
    [InlineData("'; drop", 0)]
    public async Task The_state_filters_and_odd_words_match_nothing(string state, int expected)
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        await tenant.RunningAsync();

        var page = PageRequest.First(10) with { Filters = new Dictionary<string, string> { ["state"] = state }, After = state };

        (await tenant.Get<ActivityQueries>().ListAsync(page, default)).Rows.Count.ShouldBe(expected);
    }
}
