using AutoPortal.Customers.Card;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Tests.Card;

public sealed class RevealPhoneTests(CustomersFixture customers) : IClassFixture<CustomersFixture>
{
    [Fact]
    public async Task Who_may_sees_the_number_and_the_look_is_kept_with_its_reason()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read, CustomersPermissions.Reveal);
        var id = await KnownAsync(tenant);

        var number = await tenant.Get<RevealPhone>().RunAsync(id, "verify", default);

        number.Value.ShouldBe("13800138000");
        var look = await tenant.ReadAsync<CustomersDb, AuditEntry>(db => db.Set<AuditEntry>().SingleAsync(e => e.Action == "phone_revealed"));
        (look.EntityId, look.ActorId).ShouldBe((id, tenant.Facts.UserId));
        look.After!.ShouldContain("verify");
        look.After!.ShouldNotContain("13800138000");
    }

    [Fact]
    public async Task Without_the_right_or_a_reason_nothing_is_shown_or_kept()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read);
        var id = await KnownAsync(tenant);
        await using var allowed = tenant.As(f => f with { Permissions = [CustomersPermissions.Reveal] });

        (await tenant.Get<RevealPhone>().RunAsync(id, "verify", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await allowed.Get<RevealPhone>().RunAsync(id, "curious", default)).Refusal.ShouldBe(CustomerRefusals.ReasonIsUnknown);
        (await tenant.ReadAsync<CustomersDb, int>(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "phone_revealed"))).ShouldBe(0);
    }

    [Fact]
    public async Task The_advisor_who_serves_the_person_may_call()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read);
        var dealer = Make.Id();
        var id = await KnownAsync(tenant);
        await using var advisor = tenant.As(f => f with { Reach = Reach.Own, DealerIds = [dealer] });
        await using var house = tenant.AsSystem();
        await house.Get<ICustomerDirectory>().LinkDealersAsync([new(id, dealer, advisor.Facts.UserId, "lead")], default);

        (await advisor.Get<RevealPhone>().RunAsync(id, "contact", default)).Value.ShouldBe("13800138000");
    }

    [Fact]
    public async Task Another_dealer_and_another_tenant_do_not_know_the_person()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read, CustomersPermissions.Reveal);
        var id = await KnownAsync(tenant);
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [Make.Id()] });
        await using var other = customers.Tenant(CustomersPermissions.Read, CustomersPermissions.Reveal);

        (await dealer.Get<RevealPhone>().RunAsync(id, "contact", default)).Refusal.ShouldBe(CustomerRefusals.NotFound);
        (await other.Get<RevealPhone>().RunAsync(id, "contact", default)).Refusal.ShouldBe(CustomerRefusals.NotFound);
    }

    private static async Task<Guid> KnownAsync(TestTenant tenant)
    {
        await tenant.HearAsync(Make.SignUp(tenant));
        return (await tenant.ToldAsync()).Single().CustomerId;
    }
}
