using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using AutoPortal.Testing;

namespace AutoPortal.Leads.Tests.Intake;

public sealed class FileIntakeTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task Every_row_says_what_became_of_it_and_invalid_ones_are_kept_with_their_reason()
    {
        await using var tenant = leads.Tenant();

        var taken = await tenant.TakeInFileAsync(
        [
            Make.Written(),
            Make.Written() with { Name = "李四" },
            Make.Written() with { Phone = "1381234567a" },
            Make.Written() with { Phone = "13912345678", Consent = "否" },
            Make.Written() with { Phone = "13912345678" },
            Make.Written() with { Phone = null },
        ]);

        taken.Select(t => (t.Outcome, t.InvalidReason)).ShouldBe(
        [
            (TakenInOutcome.Accepted, null), (TakenInOutcome.Merged, null), (TakenInOutcome.Invalid, "bad_phone"),
            (TakenInOutcome.Invalid, "no_consent"), (TakenInOutcome.Accepted, null), (TakenInOutcome.Invalid, "missing_field"),
        ]);
        var stored = await tenant.LeadsAsync();
        stored.Count.ShouldBe(5);
        stored.Where(l => l.State is LeadState.Invalid).Select(l => l.InvalidReason).ShouldBe(["bad_phone", "no_consent", "missing_field"], ignoreOrder: true);
        stored.Single(l => l.InvalidReason == "bad_phone").PhoneMask.ShouldBe("138****567a");
        taken.Select(t => t.LeadId).ShouldBeSubsetOf(stored.Select(l => (Guid?)l.Id));
        taken[0].Steps.Select(s => s.Rule).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public async Task Two_imports_of_one_phone_at_the_same_instant_give_one_lead()
    {
        await using var tenant = leads.Tenant();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tenant.TakeInFileAsync([Make.Written(), Make.Written() with { Phone = "13712345678" }]))));

        (await tenant.LeadsAsync()).Select(l => l.EnquiryCount).ShouldBe([8, 8]);
        taken.SelectMany(t => t).Count(t => t.Outcome is TakenInOutcome.Accepted).ShouldBe(2);
    }

    [Fact]
    public async Task A_quiet_intake_dispatches_and_tells_nobody()
    {
        await using var tenant = leads.Tenant();

        await tenant.TakeInFileAsync([Make.Written()], new(Quietly: true));

        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        lead.OwnerId.ShouldNotBeNull();
        (await tenant.SentAsync<LeadsDb>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_importer_keeps_with_HQ_reaches_no_dealer()
    {
        await using var tenant = leads.Tenant();

        await tenant.TakeInFileAsync([Make.Written() with { Dealer = "D701" }], new(Quietly: true, KeepWithHq: true));

        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (lead.State, lead.NamedDealerId, lead.DealerId).ShouldBe((LeadState.Cleaned, Neighbours.Tianhe.Id, null));
        lead.Allocations.ShouldHaveSingleItem().Rule.ShouldBe(AllocationRule.HqList);
    }

    [Fact]
    public async Task What_the_file_wrote_stays_beside_what_it_became()
    {
        await using var tenant = leads.Tenant();

        await tenant.TakeInFileAsync([Make.Written() with { Series = "E9 四驱" }]);

        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        lead.Written.ShouldContain(new WrittenWord("series", "E9 四驱"));
        (lead.SeriesCode, lead.FirstSource).ShouldBe((null, "vertical_media.autohome"));
        lead.Flags.ShouldContain("needs_review:series");
    }

    [Fact]
    public async Task A_preview_writes_nothing_and_counts_across_batches_what_the_intake_then_does()
    {
        await using var tenant = leads.Tenant();
        await tenant.TakeInFileAsync([Make.Written()]);
        var rows = GeneratedRows.Of(accepted: 60, missing: 5, withoutConsent: 5, badPhones: 5, blocked: 5, repeated: 8, seed: 3).Append(Make.Written()).ToList();
        await using var house = tenant.AsSystem();
        var preview = house.Get<LeadPreview>();

        var foreseen = new List<TakenIn>();
        foreach (var batch in rows.Chunk(10))
        {
            foreseen.AddRange(await preview.ScreenAsync([.. batch.Select(r => FileEnquiry.Read(r, LeadsTenant.File).Enquiry)], default));
        }

        (await tenant.LeadsAsync()).Count.ShouldBe(1);
        var taken = await tenant.TakeInFileAsync(rows);
        foreseen.Select(t => (t.Outcome, t.InvalidReason, t.Level)).ShouldBe(taken.Select(t => (t.Outcome, t.InvalidReason, t.Level)));
    }
}
