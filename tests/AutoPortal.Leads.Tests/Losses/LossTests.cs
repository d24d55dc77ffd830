using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Losses;
using AutoPortal.Leads.Work;

namespace AutoPortal.Leads.Tests.Losses;

public sealed class LossTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    private static readonly LostReason TooDear = new("price", "over_budget");

    [Theory]
    [InlineData(true, "lost")]
    [InlineData(false, "following")]
    public async Task An_advisor_applies_and_the_manager_decides(bool isApproved, string state)
    {
        await using var tenant = leads.Tenant();
        await using var manager = tenant.AsManager();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);
        await advisor.Get<RecordFollowUp>().RunAsync(lead.Id, new(ContactChannel.Call, ContactResult.Reached, "", LeadsTenant.InDays(1)), default);

        (await advisor.Get<ApplyForLost>().RunAsync(lead.Id, TooDear, "said so at 10:20", default)).IsOk.ShouldBeTrue();
        var pending = await tenant.LeadAsync(lead.Id);
        // A workday later at the same time.
        pending.DueAt.ShouldBe(Make.Now.AddDays(1));
        (await advisor.Get<DecideLost>().RunAsync(lead.Id, true, "mine", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await manager.Get<DecideLost>().RunAsync(lead.Id, isApproved, "heard the call", default)).IsOk.ShouldBeTrue();

        StoredWord<LeadState>.Of((await tenant.LeadAsync(lead.Id)).State).ShouldBe(state);
    }

    [Fact]
    public async Task A_loss_without_known_reason_or_evidence_is_refused()
    {
        await using var tenant = leads.Tenant();
        var lead = await tenant.ArriveOneAsync(tenant.SignUp());
        await using var advisor = tenant.AsAdvisor(lead.OwnerId == Make.Id(7011) ? 7011 : 7012);

        (await advisor.Get<ApplyForLost>().RunAsync(lead.Id, new("price", "bored"), "said so", default)).Refusal.ShouldBe(LeadRefusals.LostReasonIsUnknown);
        (await advisor.Get<ApplyForLost>().RunAsync(lead.Id, TooDear, "", default)).Refusal.ShouldBe(LeadRefusals.LostNeedsEvidence);
    }
}
