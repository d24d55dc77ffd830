using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Messages;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Messages;

public sealed class TellPeopleTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static int _tenants;

    [Fact]
    public async Task Each_step_is_told_once_in_words_that_say_what_to_do()
    {
        await using var tenant = await SmallAsync();
        await SignUpAsync(tenant, 1);
        await SignUpAsync(tenant, 2);
        await tenant.DeliverAsync();
        await tenant.Get<AnswerSignUp>().CancelAsync((await tenant.PersonAsync(1)).Id, default);
        await tenant.DeliverAsync();
        await tenant.Get<AnswerSignUp>().AcceptAsync((await tenant.PersonAsync(2)).Id, default);
        await tenant.DeliverAsync();
        await tenant.DeliverAsync();

        var first = Told(tenant, 1);
        first.Count.ShouldBe(2);
        first[0].ShouldContain(SignUpNumber.Of((await tenant.PersonAsync(1)).Id));
        first[1].ShouldContain("已取消");
        var second = Told(tenant, 2);
        second.Count.ShouldBe(3);
        second[0].ShouldContain("候补");
        second[1].ShouldContain("/o/");
        second[2].ShouldContain("成功报名");
        (await KindsAsync(tenant, 2)).ShouldBe(["waitlisted", "offered", "confirmed"]);
    }

    [Fact]
    public async Task An_offer_that_was_answered_meanwhile_is_not_told()
    {
        await using var tenant = await SmallAsync();
        await SignUpAsync(tenant, 1);
        await SignUpAsync(tenant, 2);
        await tenant.Get<AnswerSignUp>().CancelAsync((await tenant.PersonAsync(1)).Id, default);
        await tenant.Get<AnswerSignUp>().AcceptAsync((await tenant.PersonAsync(2)).Id, default);

        await tenant.DeliverAsync();

        (await KindsAsync(tenant, 2)).ShouldNotContain("offered");
    }

    [Fact]
    public async Task Without_the_consent_nothing_goes_out_and_it_is_noted_why()
    {
        await using var tenant = await SmallAsync();
        await SignUpAsync(tenant, 1);
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.sign_ups s set consents = '[]' where {tenant:s}", null, default));

        await tenant.DeliverAsync();

        Told(tenant, 1).ShouldBeEmpty();
        (await tenant.ReadAsync<ActivitiesDb, string>(db => db.Messages.Select(m => m.Outcome).SingleAsync())).ShouldBe("no_consent");
    }

    [Fact]
    public async Task People_are_reminded_once_within_the_day_before_their_session()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        activities.Known.Add(tenant.Id, $"tell-{Interlocked.Increment(ref _tenants)}");
        var (_, sessions) = await tenant.WithSessionsAsync([5, 5]);
        await SignUpAsync(tenant, 1, sessions[0]);
        await SignUpAsync(tenant, 2, sessions[1]);
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync(
            "update activities.activity_sessions s set starts_at = now() + interval '20 hours' where {tenant:s} and s.id = @id", new { id = sessions[0] }, default));
        await tenant.SaveAsync<ActivitiesDb, int>(db => db.Sql().ExecuteAsync("update activities.sign_ups s set queued_at = now() - interval '3 days' where {tenant:s}", null, default));
        await using var system = tenant.AsSystem();

        await system.Get<RemindPeople>().RunAsync(default);
        await system.Get<RemindPeople>().RunAsync(default);

        Told(tenant, 1).ShouldHaveSingleItem().ShouldContain("提醒");
        Told(tenant, 2).ShouldBeEmpty();
    }

    [Fact]
    public void An_offers_link_is_good_at_its_own_tenant_only()
    {
        var vault = activities.Tenant().Get<PhoneVault>();
        var (tenant, offer) = (Make.Id(), Make.Id());

        var word = OfferLinks.Of(vault, tenant, offer);

        OfferLinks.Read(vault, tenant, word).ShouldBe(offer);
        OfferLinks.Read(vault, Make.Id(), word).ShouldBeNull();
        OfferLinks.Read(vault, tenant, "x" + word[1..]).ShouldBeNull();
        OfferLinks.Read(vault, tenant, "").ShouldBeNull();
    }

    private async Task<TestTenant> SmallAsync()
    {
        var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        activities.Known.Add(tenant.Id, $"tell-{Interlocked.Increment(ref _tenants)}");
        await tenant.RunningAsync(Make.Plan(quota: 1) with { HasWaitingList = true });
        return tenant;
    }

    private static async Task SignUpAsync(TestTenant tenant, int person, Guid? session = null)
        => (await tenant.SignUpAsync(session is { } id ? Make.FormFor(id, person) : Make.Form(Make.Phone(person)))).Receipt.ShouldNotBeNull();

    private List<string> Told(TestTenant tenant, int person) => [.. activities.Told.To(tenant.Id, Make.Phone(person))];

    private static async Task<List<string>> KindsAsync(TestTenant tenant, int person)
    {
        var id = (await tenant.PersonAsync(person)).Id;
        return await tenant.ReadAsync<ActivitiesDb, List<string>>(db => db.Messages.Where(m => m.SignUpId == id).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync());
    }
}
