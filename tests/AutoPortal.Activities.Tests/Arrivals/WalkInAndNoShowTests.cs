using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Arrivals;

public sealed class WalkInAndNoShowTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task A_walk_in_takes_a_place_is_checked_in_at_once_and_is_told_to_others_with_its_mark()
    {
        await using var tenant = AtDoor();
        var activity = await tenant.RunningAsync(Make.Plan(quota: 3));

        var walkIn = Guest(1);
        var answer = await WalkInAsync(tenant, activity, walkIn);
        var again = await WalkInAsync(tenant, activity, walkIn);

        (answer.Value!.Outcome, again.Value!.Outcome).ShouldBe(("done", "done"));
        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.CheckedIn);
        (await tenant.TakenAsync()).ShouldBe(1);
        var told = (await tenant.SentAsync<ActivitiesDb>()).Single(m => m.Type == "activities.sign_up_accepted").Payload;
        told.ShouldContain("walk_in");
        told.ShouldNotContain(Make.Phone(1));
    }

    [Fact]
    public async Task Full_is_full_at_the_door_too_unless_somebody_says_why()
    {
        await using var tenant = AtDoor();
        var activity = await tenant.RunningAsync(Make.Plan(quota: 1));
        await tenant.SignUpAsync(Make.Form(Make.Phone(1)));

        (await WalkInAsync(tenant, activity, Guest(2))).Refusal.ShouldBe(ActivityRefusals.FullAtDoor);
        (await WalkInAsync(tenant, activity, Guest(2) with { Reason = "老客户带来的朋友" })).Value!.Outcome.ShouldBe("done");

        (await tenant.TakenAsync()).ShouldBe(2);
        (await tenant.ReadAsync<ActivitiesDb, string>(db => db.GateActs.Select(a => a.Reason).SingleAsync())).ShouldBe("老客户带来的朋友");
    }

    [Fact]
    public async Task Somebody_who_had_signed_up_is_checked_in_and_takes_no_second_place()
    {
        await using var tenant = AtDoor();
        var activity = await tenant.RunningAsync();
        await tenant.SignUpAsync(Make.Form(Make.Phone(1)));

        (await WalkInAsync(tenant, activity, Guest(1))).Value!.Outcome.ShouldBe("done");

        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.CheckedIn);
        (await tenant.TakenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_needed_consent_or_with_another_dealer_nothing_is_written()
    {
        await using var tenant = AtDoor();
        var activity = await tenant.RunningAsync();
        await using var suzhou = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });

        (await WalkInAsync(tenant, activity, Guest(1) with { Consents = [] })).IsOk.ShouldBeFalse();
        (await WalkInAsync(suzhou, activity, Guest(1) with { DealerId = KnownDealers.Shanghai.Id })).Refusal.ShouldBe(ActivityRefusals.DealerIsMissing);
        (await WalkInAsync(suzhou, activity, Guest(1))).Refusal.ShouldBe(ActivityRefusals.DealerIsMissing);

        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_did_not_come_is_a_no_show_after_the_session_and_can_still_be_checked_in_within_a_day()
    {
        await using var tenant = AtDoor();
        var (activity, came, missed) = await OverAsync(tenant, TimeSpan.FromHours(3));

        while (await tenant.Get<MarkNoShows>().RunAsync(default))
        {
        }

        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.CheckedIn);
        (await tenant.PersonAsync(2)).State.ShouldBe(SignUpState.NoShow);
        var late = await tenant.Get<CheckInPeople>().RunAsync(activity, [new(Make.Id(), null, missed, DateTimeOffset.UtcNow.AddHours(-4), "found", true)], default);
        late.Value![0].Outcome.ShouldBe("done");
        (await tenant.Get<CorrectCheckIn>().UndoAsync(came, default)).IsOk.ShouldBeTrue();
        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.Confirmed);
    }

    [Fact]
    public async Task After_a_day_nothing_is_corrected_any_more()
    {
        await using var tenant = AtDoor();
        var (activity, came, missed) = await OverAsync(tenant, TimeSpan.FromHours(30));
        await tenant.Get<MarkNoShows>().RunAsync(default);

        var late = await tenant.Get<CheckInPeople>().RunAsync(activity, [new(Make.Id(), null, missed, DateTimeOffset.UtcNow, "found", true)], default);

        late.Value![0].Outcome.ShouldBe("too_late");
        (await tenant.Get<CorrectCheckIn>().UndoAsync(came, default)).Refusal.ShouldBe(ActivityRefusals.TooLateToCorrect);
    }

    private TestTenant AtDoor() => activities.Tenant(ActivitiesPermissions.CheckIn, ActivitiesPermissions.Manage, ActivitiesPermissions.Read);

    private static WalkIn Guest(int person) => new(Make.Id(), "李门口", Make.Phone(person), null, null, ["service", "lead_contact"], null);

    private static Task<Kernel.Outcomes.Outcome<DoorAnswer>> WalkInAsync(TestTenant tenant, Activity activity, WalkIn walkIn)
        => tenant.Get<TakeWalkIn>().RunAsync(activity.Id, walkIn, default);

    // One came, one did not; then the session moves into the past.
    private static async Task<(Guid Activity, Guid Came, Guid Missed)> OverAsync(TestTenant tenant, TimeSpan ago)
    {
        var (activity, sessions) = await tenant.WithSessionsAsync([5]);
        await tenant.SignUpAsync(Make.FormFor(sessions[0], 1));
        await tenant.SignUpAsync(Make.FormFor(sessions[0], 2));
        var (came, missed) = ((await tenant.PersonAsync(1)).Id, (await tenant.PersonAsync(2)).Id);
        (await tenant.Get<CheckInPeople>().RunAsync(activity.Id, [new(Make.Id(), null, came, DateTimeOffset.UtcNow, "found", true)], default)).Value![0].Outcome.ShouldBe("done");
        await tenant.SaveAsync<ActivitiesDb, int>(async db =>
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == sessions[0]);
            session.Change(DateTimeOffset.UtcNow - ago - TimeSpan.FromHours(2), DateTimeOffset.UtcNow - ago, session.Capacity);
            return 0;
        });
        return (activity.Id, came, missed);
    }
}
