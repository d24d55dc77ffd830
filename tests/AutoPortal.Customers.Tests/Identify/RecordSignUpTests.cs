using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Tests.Identify;

public sealed class RecordSignUpTests(CustomersFixture customers) : IClassFixture<CustomersFixture>
{
    [Fact]
    public async Task A_sign_up_becomes_a_customer_with_event_consents_and_stage()
    {
        await using var tenant = customers.Tenant();
        var signUp = Make.SignUp(tenant);

        await tenant.HearAsync(signUp);

        var customer = await tenant.ReadAsync<CustomersDb, Customer>(db => db.Customers.SingleAsync());
        (customer.Stage, customer.NameMask, customer.PhoneMask).ShouldBe((LifecycleStages.Intent, "王**", "138****8000"));
        var fact = await tenant.ReadAsync<CustomersDb, BehaviorEvent>(db => db.BehaviorEvents.SingleAsync());
        (fact.CustomerId, fact.What, fact.ObjectId, fact.TraceId).ShouldBe((customer.Id, "sign_up", signUp.ActivityId, signUp.TraceId));
        var consents = await tenant.ReadAsync<CustomersDb, List<ConsentRecord>>(db => db.ConsentRecords.OrderBy(c => c.Purpose).ToListAsync());
        consents.Select(c => (c.Purpose, c.TextVersion, c.Status, c.ProofId)).ShouldBe([("lead_contact", "v1", "given", signUp.SignUpId), ("service", "v1", "given", signUp.SignUpId)]);
        var told = (await tenant.ToldAsync()).ShouldHaveSingleItem();
        (told.TenantId, told.CustomerId, told.SignUpId, told.TraceId).ShouldBe((tenant.Id, customer.Id, signUp.SignUpId, signUp.TraceId));
        told.Consents.ShouldBe(["service", "lead_contact"]);
    }

    [Fact]
    public async Task The_same_phone_is_the_same_person_within_a_batch_and_later()
    {
        await using var tenant = customers.Tenant();

        await tenant.HearAsync(Make.SignUp(tenant), Make.SignUp(tenant), Make.SignUp(tenant, "13900139000"));
        await tenant.HearAsync(Make.SignUp(tenant, name: "王晓明"));

        (await tenant.ReadAsync<CustomersDb, int>(db => db.Customers.CountAsync())).ShouldBe(2);
        (await tenant.ReadAsync<CustomersDb, int>(db => db.BehaviorEvents.CountAsync())).ShouldBe(4);
        var told = await tenant.ToldAsync();
        told.Count.ShouldBe(4);
        told.Select(t => t.CustomerId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_counts_once()
    {
        await using var tenant = customers.Tenant();
        var batch = new[] { Make.Delivery(Make.SignUp(tenant)) };

        await tenant.HearAsync(batch);
        await tenant.HearAsync(batch);

        (await tenant.ReadAsync<CustomersDb, int>(db => db.BehaviorEvents.CountAsync())).ShouldBe(1);
        (await tenant.ToldAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Batches_at_once_with_the_same_people_make_each_of_them_once()
    {
        await using var tenant = customers.Tenant();
        var phones = Enumerable.Range(0, 50).Select(i => $"138001380{i:D2}").ToList();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            tenant.HearAsync([.. phones.Select(p => Make.Delivery(Make.SignUp(tenant, p))).OrderBy(d => (n % 2 == 0 ? 1 : -1) * string.CompareOrdinal(d.Event.PhoneHash, "8"))]))));

        (await tenant.ReadAsync<CustomersDb, int>(db => db.Customers.CountAsync())).ShouldBe(50);
        (await tenant.ReadAsync<CustomersDb, int>(db => db.IdentityKeys.CountAsync())).ShouldBe(50);
        (await tenant.ReadAsync<CustomersDb, int>(db => db.BehaviorEvents.CountAsync())).ShouldBe(400);
    }

    [Fact]
    public async Task Who_is_further_on_the_road_keeps_the_stage()
    {
        await using var tenant = customers.Tenant();
        await tenant.HearAsync(Make.SignUp(tenant));
        await tenant.SaveAsync<CustomersDb, int>(db => db.Customers.ExecuteUpdateAsync(c => c.SetProperty(x => x.Stage, "owner")));

        await tenant.HearAsync(Make.SignUp(tenant));

        (await tenant.ReadAsync<CustomersDb, string>(db => db.Customers.Select(c => c.Stage).SingleAsync())).ShouldBe("owner");
    }

    [Fact]
    public async Task A_dealer_sees_who_named_it_and_nobody_else()
    {
        await using var tenant = customers.Tenant();
        var mine = Make.Id();
        await tenant.HearAsync(Make.SignUp(tenant, dealer: mine), Make.SignUp(tenant, "13900139000", dealer: Make.Id()), Make.SignUp(tenant, "13700137000"));
        var ids = (await tenant.ToldAsync()).Select(t => t.CustomerId).ToList();

        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [mine] });
        var seen = await dealer.Get<ICustomerDirectory>().FindAsync(ids, default);

        seen.ShouldHaveSingleItem().PhoneMask.ShouldBe("138****8000");
    }

    [Fact]
    public async Task An_advisor_sees_whom_they_were_given()
    {
        await using var tenant = customers.Tenant();
        var dealerId = Make.Id();
        await tenant.HearAsync(Make.SignUp(tenant, dealer: dealerId), Make.SignUp(tenant, "13900139000", dealer: dealerId));
        var ids = (await tenant.ToldAsync()).Select(t => t.CustomerId).ToList();
        await using var advisor = tenant.As(f => f with { Reach = Reach.Own, DealerIds = [dealerId] });
        (await advisor.Get<ICustomerDirectory>().FindAsync(ids, default)).ShouldBeEmpty();

        await using var house = tenant.AsSystem();
        await house.Get<ICustomerDirectory>().LinkDealersAsync([new(ids[1], dealerId, advisor.Facts.UserId, "lead")], default);

        (await advisor.Get<ICustomerDirectory>().FindAsync(ids, default)).ShouldHaveSingleItem().Id.ShouldBe(ids[1]);
    }

    [Fact]
    public async Task A_browser_becomes_its_first_customers_own_and_only_with_the_consent_to_be_served()
    {
        await using var tenant = customers.Tenant();
        var (shared, unserved) = (Guid.NewGuid(), Guid.NewGuid());

        await tenant.HearAsync(
            Make.SignUp(tenant) with { VisitorId = shared },
            Make.SignUp(tenant, "13900139000") with { VisitorId = shared, At = TimeProvider.System.GetUtcNow().AddMinutes(1) },
            Make.SignUp(tenant, "13700137000") with { VisitorId = unserved, Consents = [] },
            Make.SignUp(tenant, "13600136000"));

        var first = (await tenant.ToldAsync())[0].CustomerId;
        var links = await tenant.ReadAsync<CustomersDb, List<VisitorLink>>(db => db.VisitorLinks.ToListAsync());
        links.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.VisitorId.ShouldBe(shared), l => l.CustomerId.ShouldBe(first));
    }

    [Fact]
    public async Task Another_tenants_phone_is_another_person()
    {
        await using var one = customers.Tenant();
        await using var two = customers.Tenant();

        await one.HearAsync(Make.SignUp(one));
        await two.HearAsync(Make.SignUp(two));

        var first = (await one.ToldAsync()).Single();
        var second = (await two.ToldAsync()).Single();
        first.PhoneHash.ShouldNotBe(second.PhoneHash);
        first.CustomerId.ShouldNotBe(second.CustomerId);
        (await two.Get<ICustomerDirectory>().FindAsync([first.CustomerId], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_name_is_found_by_the_new_one_only()
    {
        await using var tenant = customers.Tenant();
        await tenant.HearAsync(Make.SignUp(tenant, name: "王小明"));

        await tenant.HearAsync(Make.SignUp(tenant, name: "李小红"), Make.SignUp(tenant, "13900139000", name: "王小明"));

        var byOld = await FindAsync(tenant, "小明");
        var byNew = await FindAsync(tenant, "李小");
        byOld.Count.ShouldBe(1);
        byNew.Count.ShouldBe(1);
        byOld.ShouldNotBe(byNew);
    }

    private static Task<List<Guid>> FindAsync(TestTenant tenant, string name)
    {
        var sought = tenant.Get<NameTokens>().Sought(name);
        return tenant.ReadAsync<CustomersDb, List<Guid>>(db => db.NameTokens.Where(t => sought.Contains(t.Token)).GroupBy(t => t.CustomerId).Where(g => g.Count() == sought.Count).Select(g => g.Key).ToListAsync());
    }
}
