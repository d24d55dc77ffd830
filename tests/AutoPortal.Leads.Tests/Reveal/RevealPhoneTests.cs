using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Reveal;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Reveal;

public sealed class RevealPhoneTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task The_owner_sees_the_number_with_a_reason_and_the_look_is_on_record()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);

        (await advisor.Get<RevealPhone>().RunAsync(lead.Id, " ", default)).Refusal.ShouldBe(LeadRefusals.ReasonIsMissing);
        (await advisor.Get<RevealPhone>().RunAsync(lead.Id, "first call", default)).Value.ShouldBe("13812345678");

        var looks = await tenant.ReadAsync<LeadsDb, List<AuditEntry>>(db => db.Set<AuditEntry>().Where(a => a.Action == "phone_revealed").ToListAsync());
        looks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.EntityId.ShouldBe(lead.Id), a => a.ActorId.ShouldBe(lead.OwnerId), a => a.After!.ShouldContain("first call"));
    }

    [Fact]
    public async Task Who_has_neither_the_lead_nor_the_permission_does_not_see_it()
    {
        await using var tenant = leads.Tenant(LeadsPermissions.Read);
        await using var other = leads.Tenant(LeadsPermissions.All);
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());

        (await tenant.Get<RevealPhone>().RunAsync(lead.Id, "curious", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await other.Get<RevealPhone>().RunAsync(lead.Id, "curious", default)).Refusal.ShouldBe(LeadRefusals.NotFound);
    }
}
