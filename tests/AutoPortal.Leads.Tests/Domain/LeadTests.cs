using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class LeadTests
{
    [Fact]
    public void A_new_lead_knows_its_first_and_last_source_its_level_and_its_heat()
    {
        var lead = Make.Lead();

        (lead.FirstSource, lead.LastSource).ShouldBe(("activity.test_drive_event", "activity.test_drive_event"));
        lead.Level.ShouldBe(LeadLevel.B);
        (lead.EnquiryCount, lead.HeatScore, lead.Heat).ShouldBe((1, 5m, HeatBand.Cold));
        lead.Touches.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_further_enquiry_fills_and_replaces_but_keeps_status_and_owner()
    {
        var lead = Make.Lead(LeadState.Following);
        var again = LeadCleaning.Screen(Make.Enquiry(window: "7d") with { Source = "social_video.douyin", Series = null, District = "", HasBudget = true }, CleaningFacts.None);

        lead.TakeInAgain(again, Make.Contact("李明明"), LevelScheme.Long, Make.Touch(), Make.Act());

        (lead.State, lead.OwnerId, lead.Level).ShouldBe((LeadState.Following, Make.Advisor, LeadLevel.B));
        (lead.Name, lead.SeriesCode, lead.District, lead.Window).ShouldBe(("李明明", "x7", "天河区", PurchaseWindow.Within7Days));
        (lead.FirstSource, lead.LastSource).ShouldBe(("activity.test_drive_event", "social_video.douyin"));
        (lead.EnquiryCount, lead.HeatScore, lead.Heat).ShouldBe((2, 8.75m, HeatBand.Hot));
        lead.Touches.Count.ShouldBe(2);
    }

    [Fact]
    public void A_call_that_nobody_answered_is_noted_but_the_first_contact_is_still_owed()
    {
        var lead = Make.Lead(LeadState.Assigned);
        var owed = lead.DueAt;

        lead.RecordFollowUp(new(ContactChannel.Call, ContactResult.NoAnswer, "", Make.Now.AddDays(1)), LevelScheme.Long, Make.Act(LeadActor.Advisor)).ShouldBeNull();

        lead.State.ShouldBe(LeadState.Assigned);
        lead.DueAt.ShouldBe(owed);
        lead.FirstContactAt.ShouldBeNull();
        lead.FollowUps.Single().IsValid.ShouldBeFalse();
    }

    [Fact]
    public void The_first_valid_contact_makes_it_followed_and_the_plan_takes_over_the_clock()
    {
        var lead = Make.Lead(LeadState.Assigned);
        var next = Make.Now.AddDays(3);

        lead.RecordFollowUp(Steps.Reached(next), LevelScheme.Long, Make.Act(LeadActor.Advisor)).ShouldBeNull();

        (lead.State, lead.FirstContactAt, lead.DueAt).ShouldBe((LeadState.Following, Make.Now, next));
    }

    [Fact]
    public void A_follow_up_without_a_next_date_changes_nothing()
    {
        var lead = Make.Lead(LeadState.Assigned);

        lead.RecordFollowUp(Steps.Reached(null), LevelScheme.Long, Make.Act(LeadActor.Advisor)).ShouldBe(LeadRefusals.NextContactIsMissing);

        lead.State.ShouldBe(LeadState.Assigned);
        lead.FollowUps.ShouldBeEmpty();
        lead.Plans.ShouldBeEmpty();
    }

    [Fact]
    public void A_follow_up_does_the_plan_before_it_and_opens_the_next()
    {
        var lead = Make.Lead(LeadState.Following);
        var planned = lead.Plans.Single();
        var at = planned.DueAt.AddMinutes(-1);

        lead.RecordFollowUp(Steps.Reached(at.AddDays(2)), LevelScheme.Long, Make.Act(LeadActor.Advisor, at: at)).ShouldBeNull();

        (planned.DoneAt, planned.IsDoneInTime).ShouldBe((at, true));
        lead.Plans.Single(p => p.IsOpen).DueAt.ShouldBe(at.AddDays(2));
    }

    [Fact]
    public void A_plan_that_is_done_at_exactly_its_time_is_late()
    {
        var lead = Make.Lead(LeadState.Following);
        var planned = lead.Plans.Single();

        lead.RecordFollowUp(Steps.Reached(planned.DueAt.AddDays(2)), LevelScheme.Long, Make.Act(LeadActor.Advisor, at: planned.DueAt)).ShouldBeNull();

        planned.IsDoneInTime.ShouldBeFalse();
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("cleaned")]
    [InlineData("dispatched")]
    [InlineData("lost_pending")]
    [InlineData("lost")]
    [InlineData("dormant")]
    [InlineData("public_pool")]
    [InlineData("invalid")]
    [InlineData("merged")]
    public void Nobody_follows_a_lead_that_nobody_works_on(string state)
        => Make.Lead(StoredWord<LeadState>.Read(state)).RecordFollowUp(Steps.Reached(Make.Now.AddDays(1)), LevelScheme.Long, Make.Act(LeadActor.Advisor))
            .ShouldBe(LeadRefusals.NoFollowUpNow);

    [Fact]
    public void A_new_owner_restarts_the_contact_clock_and_drops_the_old_plans()
    {
        var lead = Make.Lead(LeadState.Following);
        var other = Make.Id(41);

        lead.Assign(other, Make.Due(120), Make.Act(LeadActor.DealerManager, "left the shop")).ShouldBeNull();

        (lead.State, lead.OwnerId, lead.FirstContactAt, lead.DueAt).ShouldBe((LeadState.Assigned, other, null, Make.Now.AddMinutes(120)));
        lead.Plans.Single().DroppedAt.ShouldBe(Make.Now);
    }

    [Fact]
    public void Leaving_without_an_order_needs_a_plan()
    {
        var lead = Make.Lead(LeadState.Arrived);

        lead.LeaveWithoutOrder(null, LevelScheme.Long, Make.Act(LeadActor.Advisor)).ShouldBe(LeadRefusals.NextContactIsMissing);

        lead.State.ShouldBe(LeadState.Arrived);
    }

    [Fact]
    public void An_invitation_lies_ahead()
        => Make.Lead(LeadState.Following).Invite(Make.Now, Make.Act(LeadActor.DccCaller)).ShouldBe(LeadRefusals.InvitationMustLieAhead);

    [Fact]
    public void Order_delivery_and_cancellation_set_the_level_and_the_contact_days()
    {
        var ordered = Make.Lead(LeadState.Ordered);
        var delivered = Make.Lead(LeadState.Delivered);
        var cancelled = Make.Lead(LeadState.Ordered);
        cancelled.CancelOrder(Make.Act(LeadActor.Dms)).ShouldBeNull();

        ordered.Level.ShouldBe(LeadLevel.O);
        delivered.Level.ShouldBe(LeadLevel.D);
        delivered.Plans.Where(p => p.IsOpen).Select(p => (p.DueAt - Make.Now).TotalDays).ShouldBe([3, 7, 30]);
        (cancelled.State, cancelled.Level, cancelled.DueAt).ShouldBe((LeadState.Following, LeadLevel.T, Make.Now.AddDays(3)));
    }

    [Fact]
    public void After_a_delivery_a_contact_leaves_the_later_ones_planned()
    {
        var lead = Make.Lead(LeadState.Delivered);
        var at = Make.Now.AddDays(3);

        lead.RecordFollowUp(Steps.Reached(at.AddDays(5)), LevelScheme.Long, Make.Act(LeadActor.Advisor, at: at)).ShouldBeNull();

        lead.Plans.Where(p => p.IsOpen).Select(p => (p.DueAt - Make.Now).TotalDays).ShouldBe([7, 30, 8], ignoreOrder: true);
    }

    [Fact]
    public void A_cancelled_order_is_judged_anew()
    {
        var lead = Make.Lead(LeadState.Ordered);
        lead.CancelOrder(Make.Act(LeadActor.Dms)).ShouldBeNull();

        lead.Rate(LeadLevel.C, Make.Act(LeadActor.Advisor)).ShouldBeNull();

        lead.Level.ShouldBe(LeadLevel.C);
    }

    [Theory]
    [InlineData("A", "C", null, "leads.downgrade_needs_reason")]
    [InlineData("A", "C", " ", "leads.downgrade_needs_reason")]
    [InlineData("A", "C", "lost his job", null)]
    [InlineData("C", "H", null, null)]
    [InlineData("B", "B", null, null)]
    [InlineData("B", "N", "who knows", "leads.level_follows_state")]
    [InlineData("B", "O", "he paid", "leads.level_follows_state")]
    [InlineData("B", "F", "gone", "leads.level_follows_state")]
    public void A_downgrade_needs_a_reason_and_some_levels_follow_the_state(string from, string to, string? reason, string? refusal)
    {
        var lead = Make.Lead(LeadState.Following);
        lead.Rate(LeadLevels.Read(from), Make.Act(LeadActor.Advisor, "first look")).ShouldBeNull();

        lead.Rate(LeadLevels.Read(to), Make.Act(LeadActor.Advisor, reason))?.Code.ShouldBe(refusal);

        lead.Level.ToString().ShouldBe(refusal is null ? to : from);
    }

    [Fact]
    public void A_loss_needs_a_known_reason_and_evidence()
    {
        var lead = Make.Lead(LeadState.Following);
        var act = Make.Act(LeadActor.Advisor);

        lead.ApplyForLost(new("price", "too_far"), "said so", Make.Due(), act).ShouldBe(LeadRefusals.LostReasonIsUnknown);
        lead.ApplyForLost(new("price", "over_budget"), " ", Make.Due(), act).ShouldBe(LeadRefusals.LostNeedsEvidence);
        lead.ApplyForLost(new("price", "over_budget"), "said so", Make.Due(60), act).ShouldBeNull();

        (lead.State, lead.DueAt).ShouldBe((LeadState.LostPending, Make.Now.AddMinutes(60)));
        lead.Moves[^1].Reason.ShouldBe("price.over_budget");
    }

    [Fact]
    public void An_approved_loss_is_level_F_and_is_woken_after_thirty_and_ninety_days()
    {
        var lead = Make.Lead(LeadState.Lost);

        lead.Level.ShouldBe(LeadLevel.F);
        lead.Plans.Where(p => p.IsOpen).Select(p => (p.DueAt - Make.Now).TotalDays).ShouldBe([30, 90]);
    }

    [Fact]
    public void A_rejected_loss_says_why_and_the_old_clock_runs_on()
    {
        var lead = Make.Lead(LeadState.Following);
        var due = lead.DueAt;
        lead.ApplyForLost(new("price", "over_budget"), "said so", Make.Due(), Make.Act(LeadActor.Advisor)).ShouldBeNull();

        lead.DecideLost(false, Make.Act(LeadActor.DealerManager)).ShouldBe(LeadRefusals.ReasonIsMissing);
        lead.DecideLost(false, Make.Act(LeadActor.DealerManager, "call again")).ShouldBeNull();

        (lead.State, lead.DueAt).ShouldBe((LeadState.Following, due));
    }

    [Fact]
    public void A_dealer_who_rejects_says_why_and_HQ_holds_the_lead_again()
    {
        var lead = Make.Lead(LeadState.Dispatched);

        lead.Reject(Make.Act(LeadActor.DealerManager, " ")).ShouldBe(LeadRefusals.ReasonIsMissing);
        lead.Reject(Make.Act(LeadActor.DealerManager, "out of our area")).ShouldBeNull();

        (lead.State, lead.DealerId, lead.DueAt).ShouldBe((LeadState.Cleaned, null, null));
        lead.Moves[^1].DealerId.ShouldBe(Make.Id(7));
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("invalid")]
    public void A_reactivated_lead_is_dispatched_anew_as_an_A(string state)
    {
        var lead = Make.Lead(StoredWord<LeadState>.Read(state));

        lead.Reactivate(Make.Seat(), Make.Act(reason: "auto_reactivated")).ShouldBeNull();

        (lead.State, lead.Level, lead.OwnerId, lead.DealerId).ShouldBe((LeadState.Dispatched, LeadLevel.A, null, Make.Id(7)));
        (lead.LostReasonL1, lead.InvalidReason).ShouldBe((null, null));
        lead.Plans.ShouldAllBe(p => !p.IsOpen);
        lead.Moves[^1].Reason.ShouldBe("auto_reactivated");
    }

    [Fact]
    public void An_advisor_lets_a_lead_sleep_only_for_more_than_ninety_days()
    {
        var lead = Make.Lead(LeadState.Following);
        var today = ShanghaiTime.DateOf(Make.Now);

        lead.Rest(today.AddDays(90), Make.Act(LeadActor.Advisor)).ShouldBe(LeadRefusals.RestTooShort);
        lead.Rest(today.AddDays(91), Make.Act(LeadActor.Advisor)).ShouldBeNull();

        (lead.State, lead.WakeOn, lead.DueAt).ShouldBe((LeadState.Dormant, today.AddDays(91), null));
    }

    [Fact]
    public void The_house_lets_a_lead_sleep_only_after_thirty_days_of_silence()
    {
        var lead = Make.Lead(LeadState.Following);
        var wakeOn = ShanghaiTime.DateOf(Make.Now.AddDays(90));

        lead.Rest(wakeOn, Make.Act(at: Make.Now.AddDays(29))).ShouldBe(LeadRefusals.RestTooEarly);
        lead.Rest(wakeOn, Make.Act(at: Make.Now.AddDays(30))).ShouldBeNull();
    }

    [Fact]
    public void A_woken_lead_is_called_within_a_day()
    {
        var lead = Make.Lead(LeadState.Dormant);

        lead.Wake(Make.Act(reason: "reply")).ShouldBeNull();

        (lead.State, lead.WakeOn, lead.DueAt).ShouldBe((LeadState.Following, null, Make.Now.AddDays(1)));
    }

    [Fact]
    public void A_walk_in_starts_as_arrived_with_its_advisor()
    {
        var screened = Make.Screened(Make.Enquiry() with { Source = "showroom.walk_in" });

        var lead = Lead.WalkIn(screened, Make.Contact(), LevelScheme.Long, Make.Seat(), Make.Advisor, Make.Touch(), Make.Act(LeadActor.Showroom));

        (lead.State, lead.DealerId, lead.OwnerId, lead.FirstSource).ShouldBe((LeadState.Arrived, Make.Id(7), Make.Advisor, "showroom.walk_in"));
        lead.Moves.ShouldHaveSingleItem().From.ShouldBeNull();
    }

    [Fact]
    public void An_erased_lead_keeps_nothing_personal_and_lets_nobody_work_on_it()
    {
        var lead = Make.Lead(LeadState.Assigned);

        lead.Erase(Make.Act());

        (lead.Name, lead.PhoneSealed, lead.PhoneHash, lead.PhoneTail, lead.DueAt).ShouldBe(("", "", "", "", null));
        lead.RecordFollowUp(Steps.Reached(Make.Now.AddDays(1)), LevelScheme.Long, Make.Act(LeadActor.Advisor)).ShouldBe(LeadRefusals.WasErased);
        lead.Assign(Make.Advisor, Make.Due(), Make.Act(LeadActor.DealerManager)).ShouldBe(LeadRefusals.WasErased);
        lead.Rate(LeadLevel.H, Make.Act(LeadActor.Advisor)).ShouldBe(LeadRefusals.WasErased);
    }

    [Fact]
    public void A_lead_is_not_merged_into_itself()
    {
        var lead = Make.Lead();

        lead.Merge(lead.Id, Make.Act()).ShouldBe(LeadRefusals.MergeIntoItself);
    }

    [Fact]
    public void Somebody_elses_part_is_refused_before_anything_changes()
    {
        var lead = Make.Lead(LeadState.Dispatched);

        lead.Assign(Make.Advisor, Make.Due(), Make.Act(LeadActor.Advisor)).ShouldBe(Refusal.NotAllowed);

        (lead.State, lead.OwnerId).ShouldBe((LeadState.Dispatched, null));
    }
}
