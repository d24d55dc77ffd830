using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.List;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Places;

public sealed class WaitingRoomTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task A_place_that_is_given_back_is_offered_to_whoever_waits_longest()
    {
        await using var tenant = await FullAsync(waiting: 2);

        await Answer(tenant).CancelAsync(await IdOf(tenant, 0), default);

        (await OfferOf(tenant, 1))!.IsOpen.ShouldBeTrue();
        (await OfferOf(tenant, 2)).ShouldBeNull();
        (await tenant.TakenAsync()).ShouldBe(1);
        (await tenant.SentAsync<ActivitiesDb>()).Select(m => m.Type).ShouldContain("activities.place_offered");
    }

    [Fact]
    public async Task Taking_the_offer_confirms_and_takes_no_second_place()
    {
        await using var tenant = await FullAsync(waiting: 1);
        await Answer(tenant).CancelAsync(await IdOf(tenant, 0), default);

        (await Answer(tenant).AcceptAsync(await IdOf(tenant, 1), default)).IsOk.ShouldBeTrue();

        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.Confirmed);
        (await OfferOf(tenant, 1))!.State.ShouldBe("accepted");
        (await tenant.TakenAsync()).ShouldBe(1);
        (await Answer(tenant).AcceptAsync(await IdOf(tenant, 1), default)).Refusal.ShouldBe(ActivityRefusals.OfferIsOver);
    }

    [Fact]
    public async Task Declining_hands_the_place_to_the_next_and_leaves_the_line()
    {
        await using var tenant = await FullAsync(waiting: 2);
        await Answer(tenant).CancelAsync(await IdOf(tenant, 0), default);

        await Answer(tenant).DeclineAsync(await IdOf(tenant, 1), default);

        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.Cancelled);
        (await OfferOf(tenant, 2))!.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task An_offer_that_runs_out_goes_to_the_next_and_is_never_made_to_the_same_person_again()
    {
        await using var tenant = await FullAsync(waiting: 2);
        await Answer(tenant).CancelAsync(await IdOf(tenant, 0), default);
        await RunOutAsync(tenant);

        await RoomOf(tenant).RunAsync(default);
        await RoomOf(tenant).RunAsync(default);

        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.Cancelled);
        (await OfferOf(tenant, 1))!.State.ShouldBe("expired");
        (await OfferOf(tenant, 2))!.IsOpen.ShouldBeTrue();
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.Offers.CountAsync())).ShouldBe(2);
        (await tenant.TakenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_leaves_the_line_is_not_offered_anything()
    {
        await using var tenant = await FullAsync(waiting: 2);
        await Answer(tenant).CancelAsync(await IdOf(tenant, 1), default);

        await Answer(tenant).CancelAsync(await IdOf(tenant, 0), default);

        (await OfferOf(tenant, 1)).ShouldBeNull();
        (await OfferOf(tenant, 2))!.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_newcomer_does_not_overtake_those_who_wait()
    {
        await using var tenant = await FullAsync(waiting: 1);
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.activities a set quota = 3 where {tenant:a}", null, default));

        (await tenant.SignUpAsync(Make.Form(Make.Phone(9)))).Receipt!.State.ShouldBe("waitlisted");
    }

    [Fact]
    public async Task Two_nodes_at_once_make_one_offer()
    {
        await using var tenant = await FullAsync(waiting: 3);
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.activities a set quota = 2 where {tenant:a}", null, default));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var node = tenant.AsSystem();
            await RoomOf(node).RunAsync(default);
        })));

        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.Offers.CountAsync())).ShouldBe(1);
        (await tenant.TakenAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task At_night_nobody_is_offered_a_place()
    {
        var options = new ActivitiesOptions();

        TellingHours.AreOpen(new(2026, 11, 26, 7, 59, 0, TimeSpan.FromHours(8)), options).ShouldBeFalse();
        TellingHours.AreOpen(new(2026, 11, 26, 8, 0, 0, TimeSpan.FromHours(8)), options).ShouldBeTrue();
        TellingHours.AreOpen(new(2026, 11, 26, 21, 0, 0, TimeSpan.FromHours(8)), options).ShouldBeFalse();
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_drawer_says_why_somebody_has_no_place()
    {
        await using var tenant = await FullAsync(waiting: 3);
        async Task<string> Why(int person) => (await tenant.Get<DetailQueries>().ExplainAsync(await IdOf(tenant, person), default))!.Why;

        (await Why(1)).ShouldBe("all_taken");
        (await Why(2)).ShouldBe("others_first");
        (await tenant.Get<DetailQueries>().ExplainAsync(await IdOf(tenant, 3), default))!.Ahead.ShouldBe(2);
        await Answer(tenant).CancelAsync(await IdOf(tenant, 0), default);
        (await Why(1)).ShouldBe("offer_open");
        await RunOutAsync(tenant);
        await RoomOf(tenant).RunAsync(default);
        (await Why(1)).ShouldBe("offer_expired");
        (await Why(2)).ShouldBe("offer_open");
        (await Why(3)).ShouldBe("all_taken");
    }

    [Fact]
    public async Task A_cancelled_activity_lets_everybody_go_and_tells_it()
    {
        await using var tenant = await FullAsync(waiting: 1);
        var activity = await tenant.ReadAsync<ActivitiesDb, Activity>(db => db.Activities.SingleAsync());
        (await tenant.Get<AutoPortal.Activities.Move.MoveActivity>().RunAsync(activity.Id, ActivityMove.Cancel, "场地原因", default)).IsOk.ShouldBeTrue();

        (await tenant.Get<LetGoSignUps>().RunAsync(default)).ShouldBeTrue();
        (await tenant.Get<LetGoSignUps>().RunAsync(default)).ShouldBeFalse();

        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync(s => s.State == SignUpState.Cancelled))).ShouldBe(2);
        (await tenant.TakenAsync()).ShouldBe(0);
        (await tenant.SentAsync<ActivitiesDb>()).Where(m => m.Type == "activities.sign_up_moved").Select(m => EventTypes.Deserialize<SignUpMoved>(m.Payload).Reason).ShouldBe(["activity_cancelled", "activity_cancelled"]);
    }

    // One place, taken by person 0; the others wait in their order.
    private async Task<TestTenant> FullAsync(int waiting)
    {
        var tenant = activities.Tenant(ActivitiesPermissions.Manage, ActivitiesPermissions.Read);
        await tenant.RunningAsync(Make.Plan(quota: 1) with { HasWaitingList = true });
        for (var person = 0; person <= waiting; person++)
        {
            (await tenant.SignUpAsync(Make.Form(Make.Phone(person)))).Receipt!.State.ShouldBe(person == 0 ? "confirmed" : "waitlisted");
        }

        return tenant;
    }

    private static AnswerSignUp Answer(TestTenant tenant) => tenant.Get<AnswerSignUp>();

    private static WaitingRoom RoomOf(TestTenant tenant) => tenant.Get<WaitingRoom>();

    private static async Task<Guid> IdOf(TestTenant tenant, int person) => (await tenant.PersonAsync(person)).Id;

    private static async Task<WaitingOffer?> OfferOf(TestTenant tenant, int person)
    {
        var id = await IdOf(tenant, person);
        return await tenant.ReadAsync<ActivitiesDb, WaitingOffer?>(db => db.Offers.SingleOrDefaultAsync(o => o.SignUpId == id));
    }

    private static Task<int> RunOutAsync(TestTenant tenant)
        => tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.waiting_offers o set expires_at = now() - interval '1 minute' where {tenant:o} and o.state = 'open'", null, default));
}
