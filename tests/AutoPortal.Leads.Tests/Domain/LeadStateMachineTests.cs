using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class LeadStateMachineTests
{
    // Written out from the table of domain language §4.6 (with the reactivation of §4.5, the reassignment and recall without a first contact of §4.8, and the leaving dealers of §1); cleaning steps may be taken again until a dealer has the lead; not from the code.
    private const string Table =
        """
        raw            clean               cleaned        system,cleaning_clerk
        invalid        clean               cleaned        system,cleaning_clerk
        nurturing      clean               cleaned        system,cleaning_clerk
        raw            nurture             nurturing      system,cleaning_clerk
        invalid        nurture             nurturing      system,cleaning_clerk
        cleaned        nurture             nurturing      system,cleaning_clerk
        raw            invalidate          invalid        system,cleaning_clerk
        nurturing      invalidate          invalid        system,cleaning_clerk
        cleaned        invalidate          invalid        system,cleaning_clerk
        raw            merge               merged         system,cleaning_clerk
        invalid        merge               merged         system,cleaning_clerk
        nurturing      merge               merged         system,cleaning_clerk
        cleaned        merge               merged         system,cleaning_clerk
        nurturing      mature              cleaned        system
        cleaned        dispatch            dispatched     system,hq
        dispatched     assign              assigned       system,dealer_manager
        dispatched     reject              cleaned        dealer_manager
        dispatched     recall              cleaned        system
        assigned       follow_up           following      advisor
        assigned       reassign            assigned       dealer_manager,system
        assigned       recall              cleaned        system
        following      reassign            assigned       dealer_manager
        invited        reassign            assigned       dealer_manager
        following      invite              invited        advisor,dcc_caller
        invited        cancel_invitation   following      advisor,system
        following      arrive              arrived        showroom
        invited        arrive              arrived        showroom
        assigned       arrive              arrived        showroom
        arrived        finish_test_drive   test_driven    advisor
        arrived        leave_without_order following      advisor
        test_driven    leave_without_order following      advisor
        arrived        order               ordered        advisor,dms
        test_driven    order               ordered        advisor,dms
        following      order               ordered        advisor,dms
        ordered        deliver             delivered      dms
        ordered        cancel_order        following      dms
        assigned       apply_for_lost      lost_pending   advisor
        following      apply_for_lost      lost_pending   advisor
        invited        apply_for_lost      lost_pending   advisor
        arrived        apply_for_lost      lost_pending   advisor
        test_driven    apply_for_lost      lost_pending   advisor
        lost_pending   approve_lost        lost           dealer_manager
        lost_pending   reject_lost         previous       dealer_manager
        lost           reactivate          dispatched     system,hq
        invalid        reactivate          dispatched     system
        following      rest                dormant        advisor,system
        dormant        wake                following      system
        assigned       pool                public_pool    system
        following      pool                public_pool    system
        dormant        pool                public_pool    system
        lost           pool                public_pool    system
        public_pool    claim               assigned       advisor
        public_pool    assign              assigned       dealer_manager
        invalid        overturn            cleaned        hq,dealer_manager
        dispatched     pass_on             dispatched     system
        dispatched     take_back           cleaned        system
        assigned       pass_on             dispatched     system
        assigned       take_back           cleaned        system
        following      pass_on             dispatched     system
        following      take_back           cleaned        system
        invited        pass_on             dispatched     system
        invited        take_back           cleaned        system
        arrived        pass_on             dispatched     system
        arrived        take_back           cleaned        system
        test_driven    pass_on             dispatched     system
        test_driven    take_back           cleaned        system
        lost_pending   pass_on             dispatched     system
        lost_pending   take_back           cleaned        system
        dormant        pass_on             dispatched     system
        dormant        take_back           cleaned        system
        public_pool    pass_on             dispatched     system
        public_pool    take_back           cleaned        system
        """;

    private static readonly LeadActor[] Parts = [.. Enum.GetValues<LeadActor>().Where(a => a != LeadActor.None)];

    private static readonly List<(LeadState From, LeadTrigger Trigger, string To, LeadActor Who)> Rows =
    [
        .. from line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
           let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select (StoredWord<LeadState>.Read(words[0]), StoredWord<LeadTrigger>.Read(words[1]), words[2],
               words[3].Split(',').Select(StoredWord<LeadActor>.Read).Aggregate((a, b) => a | b)),
    ];

    public static TheoryData<string, string> EveryStateAndTrigger()
    {
        var data = new TheoryData<string, string>();
        foreach (var state in Enum.GetValues<LeadState>())
        {
            foreach (var trigger in Enum.GetValues<LeadTrigger>())
            {
                data.Add(StoredWord<LeadState>.Of(state), StoredWord<LeadTrigger>.Of(trigger));
            }
        }

        return data;
    }

    public static TheoryData<string, string> EveryPairOfStates()
    {
        var data = new TheoryData<string, string>();
        foreach (var from in Enum.GetValues<LeadState>())
        {
            foreach (var to in Enum.GetValues<LeadState>())
            {
                data.Add(StoredWord<LeadState>.Of(from), StoredWord<LeadState>.Of(to));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStateAndTrigger))]
    public void A_trigger_moves_the_lead_where_the_table_says_and_is_refused_everywhere_else(string stateWord, string triggerWord)
    {
        var state = StoredWord<LeadState>.Read(stateWord);
        var trigger = StoredWord<LeadTrigger>.Read(triggerWord);

        foreach (var part in Parts)
        {
            // Everything the step itself asks for is given, silence of 30 days included; so only the table can refuse.
            var lead = Make.Lead(state);
            var act = Make.Act(part, "because", Make.Now.AddDays(part is LeadActor.System && trigger is LeadTrigger.Rest ? 31 : 0));
            var before = lead.Moves.Count;

            var refusal = Steps.Take(lead, trigger, act);

            // Assign and Reassign are one method: which of the two is meant follows from the state.
            var row = Rows.FirstOrDefault(r => r.From == state && (r.Trigger == trigger || (IsAssignment(r.Trigger) && IsAssignment(trigger))) && r.Who.HasFlag(part));
            if (row.To is null)
            {
                // A follow-up on a lead that is already followed is no change of state, and is welcome.
                if (trigger is LeadTrigger.FollowUp && state.TakesFollowUps() && state is not LeadState.Assigned)
                {
                    refusal.ShouldBeNull();
                }
                else
                {
                    refusal.ShouldNotBeNull($"{trigger} from {state} by {part}");
                }

                lead.State.ShouldBe(state);
                lead.Moves.Count.ShouldBe(before);
                continue;
            }

            refusal.ShouldBeNull($"{trigger} from {state} by {part}");
            var to = row.To == "previous" ? LeadState.Following : StoredWord<LeadState>.Read(row.To);
            lead.State.ShouldBe(to);
            lead.Moves.Count.ShouldBe(before + 1);
            var move = lead.Moves[^1];
            (move.From, move.To, move.Trigger).ShouldBe((state, to, row.Trigger));
            (move.As, move.At, move.Reason).ShouldBe((part, act.At, "because"));
            move.By.ShouldBe(act.By);
        }
    }

    [Theory]
    [MemberData(nameof(EveryPairOfStates))]
    public void Two_states_are_joined_exactly_where_the_table_joins_them(string fromWord, string toWord)
    {
        var (from, to) = (StoredWord<LeadState>.Read(fromWord), StoredWord<LeadState>.Read(toWord));
        LeadState[] before = [LeadState.Assigned, LeadState.Following, LeadState.Invited, LeadState.Arrived, LeadState.TestDriven];

        var expected = Rows
            .Where(r => r.From == from && (r.To == toWord || (r.To == "previous" && before.Contains(to))))
            .Select(r => (r.Trigger, r.Who));

        LeadTransitions.All.Where(t => t.From == from && t.To == to).Select(t => (t.Trigger, t.Who)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Nothing_leaves_merged_or_delivered()
        => LeadTransitions.All.ShouldNotContain(t => t.From == LeadState.Merged || t.From == LeadState.Delivered);

    [Theory]
    [InlineData("raw", "assigned")]
    [InlineData("raw", "dispatched")]
    [InlineData("cleaned", "assigned")]
    [InlineData("ordered", "lost")]
    [InlineData("ordered", "lost_pending")]
    [InlineData("following", "lost")]
    [InlineData("delivered", "following")]
    public void The_forbidden_short_cuts_are_not_there(string from, string to)
        => LeadTransitions.All.ShouldNotContain(t => StoredWord<LeadState>.Of(t.From) == from && StoredWord<LeadState>.Of(t.To) == to);

    [Theory]
    [InlineData("assigned")]
    [InlineData("following")]
    [InlineData("invited")]
    [InlineData("arrived")]
    [InlineData("test_driven")]
    public void A_rejected_loss_goes_back_to_where_it_came_from(string state)
    {
        var lead = Make.Lead(StoredWord<LeadState>.Read(state));
        Steps.Take(lead, LeadTrigger.ApplyForLost, Make.Now).ShouldBeNull();

        Steps.Take(lead, LeadTrigger.RejectLost, Make.Now).ShouldBeNull();

        StoredWord<LeadState>.Of(lead.State).ShouldBe(state);
        lead.StateBeforeLost.ShouldBeNull();
        lead.LostReasonL1.ShouldBeNull();
    }

    [Fact]
    public void The_wrong_person_is_told_that_it_is_not_allowed_and_the_wrong_time_that_it_is_not_now()
    {
        var lead = Make.Lead(LeadState.LostPending);

        lead.DecideLost(true, Make.Act(LeadActor.Advisor)).ShouldBe(Refusal.NotAllowed);
        lead.Invite(Make.Now.AddDays(1), Make.Act(LeadActor.Advisor)).ShouldBe(LeadRefusals.NotNow(LeadState.LostPending, LeadTrigger.Invite));
        lead.Assign(Make.Advisor, Make.Due(), Make.Act(LeadActor.DealerManager)).ShouldBe(LeadRefusals.CannotBeAssignedNow);
    }

    [Fact]
    public void No_sequence_of_triggers_ever_leaves_the_table_and_every_change_is_written_down()
    {
        var step = from trigger in Gen.Elements(Enum.GetValues<LeadTrigger>())
                   from part in Gen.Elements(Parts)
                   from days in Gen.Choose(0, 40)
                   select (trigger, part, days);
        var walk = step.ListOf(60).Select(steps => steps.ToList());

        Prop.ForAll(Arb.From(walk), steps =>
        {
            var lead = Make.Lead();
            var now = Make.Now;
            foreach (var (trigger, part, days) in steps)
            {
                now = now.AddDays(days);
                var (state, count) = (lead.State, lead.Moves.Count);
                var refusal = Steps.Take(lead, trigger, Make.Act(part, "because", now));
                if (lead.State == state && lead.Moves.Count == count)
                {
                    continue;
                }

                var move = lead.Moves[^1];
                refusal.ShouldBeNull();
                lead.Moves.Count.ShouldBe(count + 1);
                (move.From, move.To, move.At, move.As, move.Reason).ShouldBe((state, lead.State, now, part, "because"));
                lead.StateSince.ShouldBe(now);
                Rows.ShouldContain(r => r.From == state && r.Trigger == move.Trigger && r.Who.HasFlag(part)
                    && (r.To == StoredWord<LeadState>.Of(lead.State) || r.To == "previous"));
                // What a state promises about who holds the lead.
                (lead.DealerId is null).ShouldBe(lead.State is LeadState.Raw or LeadState.Cleaned or LeadState.Nurturing or LeadState.Invalid or LeadState.Merged);
                (lead.OwnerId is not null).ShouldBe(lead.State is not (LeadState.Raw or LeadState.Cleaned or LeadState.Nurturing or LeadState.Invalid or LeadState.Merged or LeadState.Dispatched or LeadState.PublicPool));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool IsAssignment(LeadTrigger trigger) => trigger is LeadTrigger.Assign or LeadTrigger.Reassign;
}
