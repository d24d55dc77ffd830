using System.Diagnostics;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.SignUps;

public sealed class AcceptSignUpTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task A_sign_up_is_stored_with_its_event_and_takes_one_place()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        var form = Make.Form();
        form[SignUpFields.Dealer] = KnownDealers.Suzhou.Code;
        form[SignUpFields.City] = "江苏/苏州";
        form[SignUpFields.Series] = "xh7";
        form[SignUpFields.Window] = "7d";

        var answer = await tenant.SignUpAsync(form);

        answer.Receipt!.WasSignedUp.ShouldBeFalse();
        (await tenant.TakenAsync()).ShouldBe(1);
        var told = EventTypes.Deserialize<SignUpAccepted>((await tenant.SentAsync<ActivitiesDb>()).ShouldHaveSingleItem().Payload);
        told.ActivityId.ShouldBe(activity.Id);
        told.DealerId.ShouldBe(KnownDealers.Suzhou.Id);
        (told.Province, told.City, told.District).ShouldBe(("江苏", "苏州", null));
        (told.SeriesCode, told.PurchaseWindow, told.SourceCode).ShouldBe(("xh7", "7d", "activity.test_drive_event.autumn"));
        told.Consents.Select(c => c.Purpose).ShouldBe(["service", "lead_contact"]);
        answer.Receipt.Number.ShouldBe(SignUpNumber.Of(told.SignUpId));
    }

    [Fact]
    public async Task Personal_data_leaves_sealed_only()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync();

        await tenant.SignUpAsync();

        var payload = (await tenant.SentAsync<ActivitiesDb>()).Single().Payload;
        payload.ShouldNotContain("13800138000");
        payload.ShouldNotContain("王小明");
        var told = EventTypes.Deserialize<SignUpAccepted>(payload);
        tenant.Get<PhoneVault>().Open(tenant.Id, told.PhoneSealed).ShouldBe("13800138000");
        tenant.Get<PhoneVault>().Open(tenant.Id, told.NameSealed).ShouldBe("王小明");
        (told.NameMask, told.PhoneMask).ShouldBe(("王**", "138****8000"));
    }

    [Fact]
    public async Task Two_hundred_at_once_get_exactly_the_fifty_places_there_are()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync(Make.Plan(quota: 50));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => tenant.SignUpAsync(Make.Form($"13800138{i:D3}")))));

        answers.Count(a => a.Receipt is not null).ShouldBe(50);
        answers.Where(a => a.Receipt is null).ShouldAllBe(a => a.Refusal == ActivityRefusals.IsFull);
        (await tenant.TakenAsync()).ShouldBe(50);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync())).ShouldBe(50);
        (await tenant.SentAsync<ActivitiesDb>()).Count.ShouldBe(50);
    }

    [Fact]
    public async Task One_person_posting_twenty_times_at_once_is_signed_up_once_and_always_hears_the_same_number()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync(Make.Plan(quota: 50));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => tenant.SignUpAsync())));

        answers.Count(a => a.Receipt is { WasSignedUp: false }).ShouldBe(1);
        answers.Select(a => a.Receipt!.Number).Distinct().ShouldHaveSingleItem();
        (await tenant.TakenAsync()).ShouldBe(1);
        (await tenant.SentAsync<ActivitiesDb>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_signed_up_hears_the_number_also_when_all_places_are_taken()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync(Make.Plan(quota: 1));
        var first = await tenant.SignUpAsync();

        var again = await tenant.SignUpAsync();

        again.Receipt.ShouldBe(first.Receipt! with { WasSignedUp = true });
    }

    [Fact]
    public async Task Without_contact_consent_the_person_is_signed_up_and_told_so()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync();
        var form = Make.Form();
        form.Remove("consent_lead_contact");

        var answer = await tenant.SignUpAsync(form);

        answer.Receipt!.MayBeContacted.ShouldBeFalse();
        (await tenant.TakenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_code_is_said_beside_its_field_and_takes_no_place()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync();

        var answer = await tenant.SignUpAsync(Make.Form(code: "654321"));

        answer.Errors[SignUpFields.Code].Code.ShouldBe(PhoneCodeRefusals.Wrong);
        (await tenant.TakenAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(ActivityMove.Pause, "activities.is_paused")]
    [InlineData(ActivityMove.End, "activities.sign_up_is_over")]
    [InlineData(ActivityMove.Cancel, "activities.is_cancelled")]
    internal async Task A_closed_activity_takes_nobody(ActivityMove move, string why)
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync(null, ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start, move);

        var answer = await tenant.SignUpAsync();

        answer.Refusal!.Code.ShouldBe(why);
        (await tenant.TakenAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Before_and_after_the_sign_up_period_nobody_is_taken()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var early = activities.Tenant();
        await early.RunningAsync(Make.Plan(from: now.AddHours(1)));
        await using var late = activities.Tenant();
        await late.RunningAsync(Make.Plan(until: now.AddHours(-1)));

        (await early.SignUpAsync()).Refusal.ShouldBe(ActivityRefusals.NotOpenYet);
        (await late.SignUpAsync()).Refusal.ShouldBe(ActivityRefusals.SignUpIsOver);
    }

    [Fact]
    public async Task Another_tenants_activity_does_not_exist_here()
    {
        await using var owner = activities.Tenant();
        await owner.RunningAsync();
        await using var other = activities.Tenant();

        (await other.SignUpAsync()).Refusal.ShouldBe(ActivityRefusals.NotFound);
    }

    [Fact]
    public async Task The_trace_of_the_post_goes_along()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync();
        using var trace = new System.Diagnostics.Activity("post").SetIdFormat(ActivityIdFormat.W3C).Start();

        await tenant.SignUpAsync();

        var sent = (await tenant.SentAsync<ActivitiesDb>()).Single();
        EventTypes.Deserialize<SignUpAccepted>(sent.Payload).TraceId.ShouldBe(trace.TraceId.ToString());
        sent.TraceParent!.ShouldContain(trace.TraceId.ToString());
    }
}
