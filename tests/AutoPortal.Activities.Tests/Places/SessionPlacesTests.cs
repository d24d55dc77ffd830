using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Tests.Places;

public sealed class SessionPlacesTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task A_session_has_to_be_chosen_where_there_are_any()
    {
        await using var tenant = activities.Tenant();
        var (_, sessions) = await tenant.WithSessionsAsync([2, 2]);

        (await tenant.SignUpAsync()).Errors[SignUpFields.Session].ShouldBe(ActivityRefusals.SessionIsMissing);
        (await tenant.SignUpAsync(Make.FormFor(Make.Id(), 1))).Errors[SignUpFields.Session].ShouldBe(ActivityRefusals.SessionIsUnknown);
        (await tenant.SignUpAsync(Make.FormFor(sessions[1], 1))).Receipt!.SessionId.ShouldBe(sessions[1]);
    }

    [Fact]
    public async Task A_full_session_sends_people_to_the_line_while_another_still_has_places()
    {
        await using var tenant = activities.Tenant();
        var (_, sessions) = await tenant.WithSessionsAsync([1, 1]);

        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 1))).Receipt!.State.ShouldBe("confirmed");
        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 2))).Receipt!.State.ShouldBe("waitlisted");
        (await tenant.SignUpAsync(Make.FormFor(sessions[1], 3))).Receipt!.State.ShouldBe("confirmed");
        (await tenant.TakenAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_waiting_list_a_full_session_says_so_while_others_have_places()
    {
        await using var tenant = activities.Tenant();
        var (_, sessions) = await tenant.WithSessionsAsync([1, 1], waits: false);
        await tenant.SignUpAsync(Make.FormFor(sessions[0], 1));

        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 2))).Refusal.ShouldBe(ActivityRefusals.SessionIsFull);
    }

    [Fact]
    public async Task Where_each_dealer_has_its_own_places_a_dealer_must_be_named_and_only_its_own_count()
    {
        await using var tenant = activities.Tenant();
        var (_, sessions) = await tenant.WithSessionsAsync([1], perDealer: true);

        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 1))).Errors[SignUpFields.Dealer].ShouldBe(ActivityRefusals.DealerIsMissing);
        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 1, KnownDealers.Shanghai))).Receipt!.State.ShouldBe("confirmed");
        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 2, KnownDealers.Shanghai))).Receipt!.State.ShouldBe("waitlisted");
        (await tenant.SignUpAsync(Make.FormFor(sessions[0], 3, KnownDealers.Suzhou))).Receipt!.State.ShouldBe("confirmed");
    }

    [Fact]
    public async Task Oversold_places_are_given_away_and_not_one_more()
    {
        await using var tenant = activities.Tenant();
        var (_, sessions) = await tenant.WithSessionsAsync([10], oversell: 25);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => tenant.SignUpAsync(Make.FormFor(sessions[0], i)))));

        answers.Count(a => a.Receipt!.State == "confirmed").ShouldBe(12);
    }

    [Fact]
    public async Task Two_nodes_give_exactly_the_places_of_each_session_at_each_dealer()
    {
        await using var tenant = activities.Tenant();
        var (activity, sessions) = await tenant.WithSessionsAsync([7, 11], perDealer: true);
        SignUpLanes[] nodes = [Node(), Node()];

        // Each pool is asked for by 30 people, half of them at each node.
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(async () =>
        {
            var dealer = i % 4 < 2 ? KnownDealers.Shanghai : KnownDealers.Suzhou;
            var form = (await tenant.Get<SignUpTerms>().CheckAsync(activity, Make.FormFor(sessions[i % 2], i, dealer), default)).Run();
            return await nodes[i / 4 % 2].StoreAsync(tenant.Id, tenant.Get<SignUpMaker>().Make(activity, form, "/test/a/autumn", DateTimeOffset.UtcNow), default);
        })));

        answers.ShouldAllBe(a => a.Receipt != null);
        answers.Count(a => a.Receipt!.State == "confirmed").ShouldBe(36);
        var pools = await tenant.ReadAsync<ActivitiesDb, List<SessionQuota>>(db => db.Quotas.ToListAsync());
        pools.ShouldAllBe(p => p.Taken == p.Places);
        (await tenant.TakenAsync()).ShouldBe(36);
        var given = await tenant.ReadAsync<ActivitiesDb, List<int>>(db => db.SignUps.Where(s => s.State == SignUpState.Confirmed).GroupBy(s => new { s.SessionId, s.DealerId }).Select(g => g.Count()).ToListAsync());
        given.ShouldBe([7, 7, 11, 11], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_cancelled_signs_up_again_under_the_old_number_at_the_end_of_the_line()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var (_, sessions) = await tenant.WithSessionsAsync([1]);
        var first = await tenant.SignUpAsync(Make.FormFor(sessions[0], 1));
        await tenant.SignUpAsync(Make.FormFor(sessions[0], 2));
        await tenant.Get<AutoPortal.Activities.Places.AnswerSignUp>().CancelAsync((await tenant.PersonAsync(1)).Id, default);

        var again = await tenant.SignUpAsync(Make.FormFor(sessions[0], 1));

        again.Receipt!.Number.ShouldBe(first.Receipt!.Number);
        (again.Receipt.State, again.Receipt.WasSignedUp).ShouldBe(("waitlisted", false));
        (await tenant.PersonAsync(1)).QueuedAt.ShouldBeGreaterThan((await tenant.PersonAsync(2)).QueuedAt);
    }

    // Each has lanes of its own, as each node has.
    private SignUpLanes Node() => ActivatorUtilities.CreateInstance<SignUpLanes>(activities.Services, Options.Create(new ActivitiesOptions()));
}
