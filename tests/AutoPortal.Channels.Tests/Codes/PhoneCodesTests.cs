using AutoPortal.Channels.Contracts;
using AutoPortal.Channels.Data;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Channels.Tests.Codes;

public sealed class PhoneCodesTests(ChannelsFixture channels) : IClassFixture<ChannelsFixture>
{
    private const string Phone = "13800138000";
    private const string Purpose = "activity:1";

    [Fact]
    public async Task The_code_on_the_phone_is_right_and_may_be_shown_again()
    {
        await using var tenant = channels.Tenant();
        (await tenant.Codes().SendAsync(Phone, Purpose, "client", default)).IsOk.ShouldBeTrue();
        var code = await tenant.CodeAsync(Phone);

        (await tenant.Codes().VerifyAsync(Phone, Purpose, code, default)).IsOk.ShouldBeTrue();
        (await tenant.Codes().VerifyAsync(Phone, Purpose, code, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_is_good_for_nothing_else()
    {
        await using var tenant = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var code = await tenant.CodeAsync(Phone);

        (await tenant.Codes().VerifyAsync(Phone, "activity:2", code, default)).Refusal!.Code.ShouldBe(PhoneCodeRefusals.Expired);
        (await tenant.Codes().VerifyAsync("13800138001", Purpose, code, default)).Refusal!.Code.ShouldBe(PhoneCodeRefusals.Expired);
    }

    [Fact]
    public async Task Another_tenant_does_not_know_the_code()
    {
        await using var tenant = channels.Tenant();
        await using var other = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var code = await tenant.CodeAsync(Phone);

        (await other.Codes().VerifyAsync(Phone, Purpose, code, default)).Refusal!.Code.ShouldBe(PhoneCodeRefusals.Expired);
    }

    [Fact]
    public async Task Five_wrong_guesses_kill_the_code_even_all_at_once()
    {
        await using var tenant = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var code = await tenant.CodeAsync(Phone);
        var wrong = code == "000000" ? "000001" : "000000";

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => tenant.Codes().VerifyAsync(Phone, Purpose, wrong, default)));

        answers.Count(a => a.Refusal!.Code == PhoneCodeRefusals.Wrong).ShouldBe(4);
        (await tenant.Codes().VerifyAsync(Phone, Purpose, code, default)).Refusal!.Code.ShouldBe(PhoneCodeRefusals.Expired);
    }

    [Fact]
    public async Task A_wrong_guess_says_how_many_are_left()
    {
        await using var tenant = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var wrong = await tenant.CodeAsync(Phone) == "000000" ? "000001" : "000000";

        (await tenant.Codes().VerifyAsync(Phone, Purpose, wrong, default)).Refusal!.Details.ShouldBe([4]);
    }

    [Fact]
    public async Task A_code_dies_after_ten_minutes()
    {
        await using var tenant = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var code = await tenant.CodeAsync(Phone);

        channels.Time.Advance(TimeSpan.FromMinutes(10));

        (await tenant.Codes().VerifyAsync(Phone, Purpose, code, default)).Refusal!.Code.ShouldBe(PhoneCodeRefusals.Expired);
    }

    [Fact]
    public async Task A_new_code_replaces_the_old_one_and_only_after_a_minute()
    {
        await using var tenant = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var old = await tenant.CodeAsync(Phone);
        channels.Time.Advance(TimeSpan.FromSeconds(20));

        var tooSoon = await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        channels.Time.Advance(TimeSpan.FromSeconds(40));
        var later = await tenant.Codes().SendAsync(Phone, Purpose, "client", default);

        tooSoon.Refusal!.ShouldBe(new(PhoneCodeRefusals.TooSoon));
        tooSoon.Refusal!.Details.ShouldBe([40]);
        later.IsOk.ShouldBeTrue();
        var fresh = await tenant.CodeAsync(Phone);
        (await tenant.Codes().VerifyAsync(Phone, Purpose, fresh, default)).IsOk.ShouldBeTrue();
        if (old != fresh)
        {
            (await tenant.Codes().VerifyAsync(Phone, Purpose, old, default)).IsOk.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task One_phone_gets_five_codes_an_hour_and_hears_when_more_come()
    {
        await using var tenant = channels.Tenant();
        for (var i = 0; i < 5; i++)
        {
            (await tenant.Codes().SendAsync(Phone, $"activity:{i}", $"client{i}", default)).IsOk.ShouldBeTrue();
        }

        var sixth = await tenant.Codes().SendAsync(Phone, "activity:6", "client6", default);

        sixth.Refusal!.Code.ShouldBe(PhoneCodeRefusals.TooManyForPhone);
        ((int)sixth.Refusal.Details[0]).ShouldBeInRange(1, 3600);
    }

    [Fact]
    public async Task One_network_address_gets_twenty_codes_an_hour_also_at_once()
    {
        await using var tenant = channels.Tenant();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => tenant.Codes().SendAsync($"138001380{i:D2}", Purpose, "client", default)));

        answers.Count(a => a.IsOk).ShouldBe(20);
        answers.Where(a => !a.IsOk).ShouldAllBe(a => a.Refusal!.Code == PhoneCodeRefusals.TooManyFromClient);
        // What was refused was rolled back: nothing went out for it.
        (await tenant.ReadAsync<ChannelsDb, int>(db => db.CapturedMessages.CountAsync())).ShouldBe(20);
    }

    [Fact]
    public async Task A_tenant_that_used_up_its_minute_leaves_the_others_theirs()
    {
        await using var busy = channels.Tenant();
        await using var quiet = channels.Tenant();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => busy.Codes().SendAsync($"138001380{i:D2}", Purpose, $"client{i}", default)));
        var other = await quiet.Codes().SendAsync(Phone, Purpose, "client", default);

        answers.Count(a => a.IsOk).ShouldBe(40);
        answers.Where(a => !a.IsOk).ShouldAllBe(a => a.Refusal!.Code == PhoneCodeRefusals.TooManyForTenant);
        other.IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_stored_holds_the_code_or_the_phone()
    {
        await using var tenant = channels.Tenant();
        await tenant.Codes().SendAsync(Phone, Purpose, "client", default);
        var code = await tenant.CodeAsync(Phone);

        var message = await tenant.ReadAsync<ChannelsDb, Captured.CapturedMessage>(db => db.CapturedMessages.SingleAsync());
        var stored = await tenant.ReadAsync<ChannelsDb, Channels.Codes.PhoneCode>(db => db.PhoneCodes.SingleAsync());

        $"{message.RecipientSealed}{message.RecipientHash}{message.TextSealed}{message.SubjectSealed}{message.IdempotencyKey}".ShouldNotContain(Phone);
        stored.CodeHash.ShouldNotContain(code);
        stored.CodeHash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task A_message_with_a_key_that_was_used_is_not_sent_again()
    {
        await using var tenant = channels.Tenant();
        var message = new OutgoingMessage(MessageChannels.Sms, Phone, "", "您好");

        await tenant.Get<IMessageSender>().SendAsync(message, "key", default);
        var again = await tenant.Get<IMessageSender>().SendAsync(message, "key", default);

        again.IsOk.ShouldBeTrue();
        (await tenant.ReadAsync<ChannelsDb, int>(db => db.CapturedMessages.CountAsync())).ShouldBe(1);
    }
}
