using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Cleaning;

public sealed class ClerkUndoTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task Mending_marking_and_calls_are_taken_back_to_where_the_lead_stood()
    {
        await using var tenant = leads.Tenant();
        await using var clerk = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written() with { Phone = "1381234567a" }], new(KeepWithHq: true));
        var id = (await tenant.LeadsAsync()).Single().Id;

        foreach (var act in new Func<Task<Outcome>>[]
        {
            () => clerk.Get<MendLead>().RunAsync(id, new("王五", null, new Dictionary<string, string> { ["series"] = "E9", ["city"] = "某市" }), default),
            () => clerk.Get<InvalidateLead>().RunAsync(id, "wrong_number", default),
        })
        {
            var before = await tenant.LeadAsync(id);
            var step = await DoAsync(clerk, id, act);
            (await clerk.Get<UndoCleaning>().RunAsync(step, default)).IsOk.ShouldBeTrue();

            var after = await tenant.LeadAsync(id);
            (after.Name, after.PhoneMask, after.InvalidReason, after.Queue, after.State).ShouldBe((before.Name, before.PhoneMask, before.InvalidReason, before.Queue, before.State));
            after.Mended.ShouldBe(before.Mended);
        }
    }

    [Fact]
    public async Task A_call_noted_by_mistake_is_withdrawn_and_stays_to_be_seen()
    {
        await using var tenant = leads.Tenant();
        await using var clerk = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written() with { Series = "E9" }], new(KeepWithHq: true));
        var id = (await tenant.LeadsAsync()).Single().Id;
        await clerk.Get<NoteVerificationCall>().RunAsync(id, wasAnswered: false, default);

        leads.Time.Advance(TimeSpan.FromMinutes(5));
        var step = await DoAsync(clerk, id, () => clerk.Get<NoteVerificationCall>().RunAsync(id, wasAnswered: true, default));
        (await tenant.LeadAsync(id)).Proof.ShouldBe(ContactProof.Call);
        (await clerk.Get<UndoCleaning>().RunAsync(step, default)).IsOk.ShouldBeTrue();

        var lead = await tenant.LeadAsync(id);
        (lead.Proof, lead.MissedCalls, lead.CallCount).ShouldBe((ContactProof.Unverified, 1, 1));
        var calls = (await clerk.Get<CleaningQueries>().FindAsync(id, default))!.Calls;
        calls.Select(c => (c.WasAnswered, c.IsWithdrawn)).ShouldBe([(true, true), (false, false)]);
        (calls[0].At - calls[1].At).ShouldBe(TimeSpan.FromMinutes(5));
        (await clerk.ReadAsync<LeadsDb, List<Guid?>>(db => db.VerificationCalls.Select(c => c.By).Distinct().ToListAsync())).ShouldBe([Make.Id(900)]);
    }

    [Fact]
    public async Task A_named_word_is_unnamed_for_the_leads_that_are_still_here()
    {
        await using var tenant = leads.Tenant();
        await using var clerk = tenant.AsHq();
        // The threshold keeps them from leaving for dealers.
        await clerk.Get<AutoPortal.Leads.Rules.SetCleaningRules>().RunAsync(CleaningRules.Default with { DispatchThreshold = 10 }, 0, "试验", default);
        await tenant.TakeInFileAsync([.. Enumerable.Range(0, 3).Select(i => Make.Written() with { Phone = $"1371234567{i}", Series = "X7 四驱" })], new(KeepWithHq: true));
        var named = (await clerk.Get<NameWord>().RunAsync("series", "X7 四驱", "x7", default)).Value!;
        (await tenant.LeadsAsync()).ShouldAllBe(l => l.SeriesCode == "x7");

        (await clerk.Get<UnnameWord>().RunAsync(named, default)).Value.ShouldBe(3);

        (await tenant.LeadsAsync()).ShouldAllBe(l => l.SeriesCode == null && l.Queue == CleaningQueue.NeedsReview);
        (await clerk.ReadAsync<LeadsDb, int>(db => db.UnknownWords.CountAsync())).ShouldBe(3);
        (await clerk.Get<UnnameWord>().RunAsync(named, default)).Refusal.ShouldBe(Refusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task What_reached_a_dealer_or_was_changed_by_somebody_else_is_not_taken_back()
    {
        await using var tenant = leads.Tenant();
        await using var clerk = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written() with { Phone = "1381234567a" }, Make.Written() with { Phone = "13712345670", Series = "E9" }], new(KeepWithHq: true));
        var all = await tenant.LeadsAsync();
        var (bad, unknown) = (all.Single(l => l.State is LeadState.Invalid).Id, all.Single(l => l.State is not LeadState.Invalid).Id);

        var gone = await DoAsync(clerk, bad, () => clerk.Get<MendLead>().RunAsync(bad, new(null, "13812345678", new Dictionary<string, string>()), default));
        var changed = await DoAsync(clerk, unknown, () => clerk.Get<NoteVerificationCall>().RunAsync(unknown, wasAnswered: false, default));
        await clerk.Get<NoteVerificationCall>().RunAsync(unknown, wasAnswered: false, default);

        (await tenant.LeadAsync(bad)).DealerId.ShouldNotBeNull();
        (await clerk.Get<UndoCleaning>().RunAsync(gone, default)).Refusal.ShouldBe(LeadRefusals.CannotBeUndone);
        (await clerk.Get<UndoCleaning>().RunAsync(changed, default)).Refusal.ShouldBe(Refusal.ChangedMeanwhile);
        (await tenant.LeadAsync(unknown)).MissedCalls.ShouldBe(2);
    }

    [Fact]
    public async Task A_merge_by_hand_carries_answers_and_touch_over()
    {
        await using var tenant = leads.Tenant();
        await using var clerk = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written() with { Window = null, Dealer = "D701" }, Make.Written() with { Window = "7天内", Dealer = "D702", Source = "垂媒", SourceSecond = "懂车帝" }], new(KeepWithHq: true));
        var all = await tenant.LeadsAsync();

        var (first, second) = (all.Single(l => l.Window is null), all.Single(l => l.Window is not null));
        (await clerk.Get<MergeLead>().RunAsync(second.Id, first.Id, default)).IsOk.ShouldBeTrue();

        var into = await tenant.LeadAsync(first.Id);
        (into.EnquiryCount, into.Window, into.LastSource, into.Touches.Count).ShouldBe((2, PurchaseWindow.Within7Days, "vertical_media.dongchedi", 2));
        (await tenant.LeadAsync(second.Id)).MergedIntoId.ShouldBe(into.Id);
    }

    [Fact]
    public async Task A_manager_overturns_invalid_with_a_reason_and_the_lead_waits_for_dispatch()
    {
        await using var tenant = leads.Tenant();
        await using var hq = tenant.AsHq();
        await tenant.TakeInFileAsync([Make.Written() with { Phone = "13712345670" }, Make.Written() with { Phone = "13712345671", Consent = "否" }, Make.Written() with { Phone = "1371234567" }], new(KeepWithHq: true));
        var taken = await tenant.LeadsAsync();
        List<Lead> all = [taken.Single(l => l.InvalidReason is null), taken.Single(l => l.InvalidReason == "no_consent"), taken.Single(l => l.InvalidReason == "bad_phone")];
        await hq.Get<InvalidateLead>().RunAsync(all[0].Id, "no_intention", default);
        var overturn = hq.Get<OverturnInvalid>();

        (await overturn.RunAsync(all[0].Id, " ", default)).Refusal.ShouldBe(LeadRefusals.ReasonIsMissing);
        (await overturn.RunAsync(all[0].Id, "抽查回访,客户仍要买", default)).IsOk.ShouldBeTrue();
        (await overturn.RunAsync(all[1].Id, "再试", default)).Refusal.ShouldBe(LeadRefusals.CannotBeOverturned);
        (await overturn.RunAsync(all[2].Id, "再试", default)).Refusal.ShouldBe(LeadRefusals.CannotBeOverturned);

        var lead = await tenant.LeadAsync(all[0].Id);
        (lead.State, lead.InvalidReason, lead.Queue).ShouldBe((LeadState.Cleaned, null, null));
        var move = lead.Moves[^1];
        (move.From, move.Trigger, move.By, move.As, move.Reason).ShouldBe((LeadState.Invalid, LeadTrigger.Overturn, Make.Id(900), LeadActor.Hq, "抽查回访,客户仍要买"));
        await using var advisor = tenant.AsAdvisor(7011);
        (await advisor.Get<OverturnInvalid>().RunAsync(all[1].Id, "再试", default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    private static async Task<ClerkStep> DoAsync(TestTenant clerk, Guid lead, Func<Task<Outcome>> act)
    {
        var before = (await clerk.Get<CleaningQueries>().FindAsync(lead, default))!.Before;
        (await act()).IsOk.ShouldBeTrue();
        return new(lead, before, await clerk.Get<CleaningQueries>().VersionAsync(lead, default));
    }
}
