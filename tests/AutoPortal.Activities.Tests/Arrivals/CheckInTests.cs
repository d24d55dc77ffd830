using System.Collections.Frozen;
using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Arrivals;

public sealed class CheckInTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task A_code_lets_its_person_in_and_says_the_second_time_when_and_by_whom_it_was_used()
    {
        await using var tenant = AtDoor();
        var (activity, code) = await SignedUpAsync(tenant);

        var first = await ScanAsync(tenant, activity.Id, code);
        var second = await ScanAsync(tenant, activity.Id, code);

        first.Outcome.ShouldBe("done");
        second.Outcome.ShouldBe("used");
        second.FirstBy.ShouldBe("测试员");
        second.FirstAt.ShouldNotBeNull();
        (await tenant.PersonAsync(1)).State.ShouldBe(SignUpState.CheckedIn);
        (await tenant.SentAsync<ActivitiesDb>()).Count(m => m.Type == "activities.sign_up_moved").ShouldBe(1);
    }

    [Fact]
    public async Task However_many_gates_scan_one_code_at_once_one_lets_the_person_in()
    {
        await using var tenant = AtDoor();
        var (activity, code) = await SignedUpAsync(tenant);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var gate = tenant.As(f => f);
            return await ScanAsync(gate, activity.Id, code);
        }));

        answers.Count(a => a.Outcome == "done").ShouldBe(1);
        answers.Count(a => a.Outcome == "used").ShouldBe(19);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUpSteps.CountAsync(s => s.To == "checked_in"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_device_sends_again_is_answered_as_the_first_time()
    {
        await using var tenant = AtDoor();
        var (activity, code) = await SignedUpAsync(tenant);
        var act = new DoorAct(Make.Id(), code, null, DateTimeOffset.UtcNow.AddMinutes(-40), "scanned", false);

        var first = (await tenant.Get<CheckInPeople>().RunAsync(activity.Id, [act], default)).Value![0];
        var again = (await tenant.Get<CheckInPeople>().RunAsync(activity.Id, [act], default)).Value![0];

        (first.Outcome, again.Outcome).ShouldBe(("done", "done"));
        var kept = await tenant.ReadAsync<ActivitiesDb, GateAct>(db => db.GateActs.SingleAsync());
        (kept.ReceivedAt - kept.At).ShouldBeGreaterThan(TimeSpan.FromMinutes(39), "the moment at the door counts, not that of the network");
    }

    [Fact]
    public async Task The_wrong_door_a_cancelled_and_a_waiting_person_are_each_told_apart()
    {
        await using var tenant = AtDoor();
        var (activity, code) = await SignedUpAsync(tenant);
        var other = await tenant.RunningAsync(Make.Plan() with { Slug = "winter" });
        (await ScanAsync(tenant, other.Id, code)).Outcome.ShouldBe("other_activity");
        (await ScanAsync(tenant, activity.Id, code[..^1] + (code[^1] == 'Z' ? 'Y' : 'Z'))).Outcome.ShouldBe("unknown");

        await tenant.Get<AnswerSignUp>().CancelAsync((await tenant.PersonAsync(1)).Id, default);
        (await ScanAsync(tenant, activity.Id, code)).Outcome.ShouldBe("cancelled");

        await using var full = AtDoor();
        var (_, waiting) = (await full.RunningAsync(Make.Plan(quota: 1) with { HasWaitingList = true }), 2);
        await full.SignUpAsync(Make.Form(Make.Phone(1)));
        await full.SignUpAsync(Make.Form(Make.Phone(waiting)));
        var person = await full.PersonAsync(waiting);
        (await ScanAsync(full, person.ActivityId, CodeOf(full, person))).Outcome.ShouldBe("waitlisted");
    }

    [Fact]
    public async Task Another_day_is_let_in_only_when_somebody_says_so()
    {
        await using var tenant = AtDoor();
        var (activity, sessions) = await tenant.WithSessionsAsync([5]);
        await tenant.SignUpAsync(Make.FormFor(sessions[0], 1));
        var code = CodeOf(tenant, await tenant.PersonAsync(1));

        (await ScanAsync(tenant, activity.Id, code)).Outcome.ShouldBe("other_day");
        (await ScanAsync(tenant, activity.Id, code, anyway: true)).Outcome.ShouldBe("done");
    }

    [Fact]
    public async Task A_dealers_staff_let_in_their_own_people_only_and_learn_nothing_of_others()
    {
        await using var tenant = AtDoor();
        var (activity, _) = await SignedUpAsync(tenant, KnownDealers.Shanghai.Code);
        var person = await tenant.PersonAsync(1);
        await using var suzhou = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });
        await using var shanghai = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Shanghai.Id] });

        var refused = await ScanAsync(suzhou, activity.Id, CodeOf(tenant, person));

        (refused.Outcome, refused.Name, refused.SignUpId).ShouldBe(("other_dealer", null, null));
        (await suzhou.Get<ExpectedQueries>().TodayAsync(activity.Id, default))!.People.ShouldBeEmpty();
        (await shanghai.Get<ExpectedQueries>().TodayAsync(activity.Id, default))!.People.ShouldHaveSingleItem();
        (await ScanAsync(shanghai, activity.Id, CodeOf(tenant, person))).Outcome.ShouldBe("done");
    }

    [Fact]
    public async Task Without_the_permission_nobody_is_let_in_and_another_tenants_code_is_no_code()
    {
        await using var tenant = AtDoor();
        var (activity, code) = await SignedUpAsync(tenant);
        await using var reader = tenant.As(f => f with { Permissions = FrozenSet.Create(ActivitiesPermissions.Read) });
        await using var stranger = AtDoor();
        var theirs = await stranger.RunningAsync();

        (await reader.Get<CheckInPeople>().RunAsync(activity.Id, [Scan(code)], default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await stranger.Get<CheckInPeople>().RunAsync(activity.Id, [Scan(code)], default)).Refusal.ShouldBe(ActivityRefusals.NotFound);
        (await ScanAsync(stranger, theirs.Id, code)).Outcome.ShouldBe("unknown");
    }

    [Fact]
    public async Task The_list_for_the_device_knows_codes_by_their_hash_and_people_by_their_masks()
    {
        await using var tenant = AtDoor();
        var (activity, code) = await SignedUpAsync(tenant);

        var person = (await tenant.Get<ExpectedQueries>().TodayAsync(activity.Id, default))!.People.ShouldHaveSingleItem();

        person.H.ShouldBe(CheckInCodes.HashOf(activity.Id, CheckInCodes.Normalise(code)!));
        (person.N, person.T).ShouldBe(("王**", "0001"));
    }

    private TestTenant AtDoor() => activities.Tenant(ActivitiesPermissions.CheckIn, ActivitiesPermissions.Manage, ActivitiesPermissions.Read);

    private static async Task<(Activity Activity, string Code)> SignedUpAsync(TestTenant tenant, string? dealer = null)
    {
        var activity = await tenant.RunningAsync();
        var form = Make.Form(Make.Phone(1));
        if (dealer is not null)
        {
            form["dealer"] = dealer;
        }

        (await tenant.SignUpAsync(form)).Receipt.ShouldNotBeNull();
        return (activity, CodeOf(tenant, await tenant.PersonAsync(1)));
    }

    private static string CodeOf(TestTenant tenant, SignUp signUp) => CheckInCodes.Of(tenant.Get<PhoneVault>(), tenant.Id, signUp.ActivityId, signUp.Id);

    private static DoorAct Scan(string code, bool anyway = false) => new(Make.Id(), code, null, DateTimeOffset.UtcNow, "scanned", anyway);

    private static async Task<DoorAnswer> ScanAsync(TestTenant tenant, Guid activityId, string code, bool anyway = false)
        => (await tenant.Get<CheckInPeople>().RunAsync(activityId, [Scan(code, anyway)], default)).Value![0];
}
