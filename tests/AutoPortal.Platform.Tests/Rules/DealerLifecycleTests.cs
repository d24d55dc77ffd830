using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Tests.Rules;

public sealed class DealerLifecycleTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Guid Successor = Guid.NewGuid();

    [Theory]
    [InlineData("OpeningPlanned", "PlanOpening", "OpeningPlanned")]
    [InlineData("OpeningPlanned", "Open", "Open")]
    [InlineData("OpeningPlanned", "Suspend", null)]
    [InlineData("OpeningPlanned", "Leave", "Left")]
    [InlineData("Open", "PlanOpening", null)]
    [InlineData("Open", "Open", null)]
    [InlineData("Open", "Suspend", "Suspended")]
    [InlineData("Open", "Leave", "Left")]
    [InlineData("Suspended", "PlanOpening", null)]
    [InlineData("Suspended", "Open", "Open")]
    [InlineData("Suspended", "Suspend", "Suspended")]
    [InlineData("Suspended", "Leave", "Left")]
    [InlineData("Left", "PlanOpening", null)]
    [InlineData("Left", "Open", null)]
    [InlineData("Left", "Suspend", null)]
    [InlineData("Left", "Leave", null)]
    public void Every_step_from_every_state_leads_where_the_table_says_or_is_refused(string from, string step, string? to)
    {
        var dealer = In(Enum.Parse<DealerState>(from));

        var refusal = Take(dealer, Enum.Parse<DealerStep>(step));

        refusal.ShouldBe(to is null ? PlatformRefusals.NotInThisState : null);
        dealer.StateOn(Today).ToString().ShouldBe(to ?? from);
    }

    [Fact]
    public void The_table_names_no_other_steps()
        => DealerLifecycle.Steps.Count.ShouldBe(8);

    [Fact]
    public void A_planned_opening_comes_by_itself_on_its_day()
    {
        var dealer = In(DealerState.OpeningPlanned);
        dealer.PlanOpening(Today.AddDays(10), Today).ShouldBeNull();

        dealer.IsActiveOn(Today.AddDays(9)).ShouldBeFalse();
        dealer.IsActiveOn(Today.AddDays(10)).ShouldBeTrue();
        dealer.PlanOpening(Today, Today).ShouldBe(PlatformRefusals.OpeningNotAhead);
    }

    [Fact]
    public void A_suspension_with_a_day_ends_by_itself_and_one_without_goes_on()
    {
        var dealer = In(DealerState.Open);
        dealer.Suspend("展厅翻修", Today.AddDays(3), Today).ShouldBeNull();
        var forever = In(DealerState.Open);
        forever.Suspend("展厅翻修", null, Today).ShouldBeNull();

        dealer.StateOn(Today.AddDays(2)).ShouldBe(DealerState.Suspended);
        dealer.StateOn(Today.AddDays(3)).ShouldBe(DealerState.Open);
        forever.StateOn(Today.AddYears(1)).ShouldBe(DealerState.Suspended);
        dealer.Suspend(" ", null, Today).ShouldBe(PlatformRefusals.LifeReasonMissing);
        dealer.Suspend("翻修", Today, Today).ShouldBe(PlatformRefusals.ReturnNotAhead);
    }

    [Fact]
    public void A_leaving_ahead_holds_from_its_day_and_can_be_called_off_until_then()
    {
        var dealer = In(DealerState.Open);
        dealer.Leave(Today.AddDays(5), "合同到期", Successor, Today).ShouldBeNull();

        dealer.IsActiveOn(Today.AddDays(4)).ShouldBeTrue();
        dealer.StateOn(Today.AddDays(5)).ShouldBe(DealerState.Left);
        dealer.FinishLeaving(Today.AddDays(4)).ShouldBeFalse();
        dealer.CallOffLeaving(Today.AddDays(5)).ShouldBe(PlatformRefusals.NoLeavingPlanned);
        dealer.CallOffLeaving(Today.AddDays(4)).ShouldBeNull();
        dealer.StateOn(Today.AddDays(5)).ShouldBe(DealerState.Open);
    }

    [Fact]
    public void Leaving_is_finished_once_and_takes_no_leads_from_then_on()
    {
        var dealer = In(DealerState.Open);
        dealer.Leave(Today, "合同到期", null, Today).ShouldBeNull();

        dealer.FinishLeaving(Today).ShouldBeTrue();
        dealer.FinishLeaving(Today).ShouldBeFalse();

        dealer.State.ShouldBe(DealerState.Left);
        dealer.AcceptsLeads.ShouldBeFalse();
    }

    [Fact]
    public void A_leaving_needs_a_reason_a_day_that_is_not_past_and_another_successor()
    {
        var dealer = In(DealerState.Open);

        dealer.Leave(Today, "", null, Today).ShouldBe(PlatformRefusals.LifeReasonMissing);
        dealer.Leave(Today.AddDays(-1), "合同到期", null, Today).ShouldBe(PlatformRefusals.LeavingInThePast);
        dealer.Leave(Today, "合同到期", dealer.Id, Today).ShouldBe(PlatformRefusals.SuccessorIsItself);
    }

    private static Dealer In(DealerState state)
    {
        var dealer = Dealer.Found(Guid.NewGuid(), Guid.NewGuid(), "D1", DealerTests.Description, state is DealerState.OpeningPlanned ? Today.AddDays(1) : null).Value!;
        switch (state)
        {
            case DealerState.Suspended:
                dealer.Suspend("展厅翻修", null, Today).ShouldBeNull();
                break;
            case DealerState.Left:
                dealer.Leave(Today, "合同到期", null, Today).ShouldBeNull();
                dealer.FinishLeaving(Today);
                break;
        }

        return dealer;
    }

    private static Refusal? Take(Dealer dealer, DealerStep step) => step switch
    {
        DealerStep.PlanOpening => dealer.PlanOpening(Today.AddDays(1), Today),
        DealerStep.Open => dealer.Open(Today),
        DealerStep.Suspend => dealer.Suspend("展厅翻修", null, Today),
        _ => dealer.Leave(Today, "合同到期", Successor, Today),
    };
}
