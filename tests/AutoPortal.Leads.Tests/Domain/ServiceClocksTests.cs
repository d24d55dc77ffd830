using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class ServiceClocksTests
{
    private static readonly ServiceClocks Clocks = new(BusinessCalendar.China, WorkingHours.Default);

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-02 10:30")]
    [InlineData("2026-03-06 17:45", "2026-03-09 09:15")]
    [InlineData("2026-02-14 17:45", "2026-02-24 09:15")]
    public void A_dealer_has_thirty_working_minutes_to_accept(string dispatched, string due)
        => Clocks.AcceptBy(At(dispatched)).At.ShouldBe(At(due));

    [Theory]
    [InlineData("H", "cold", "2026-03-02 10:30")]
    [InlineData("A", "cold", "2026-03-02 10:30")]
    [InlineData("B", "hot", "2026-03-02 10:30")]
    [InlineData("B", "warm", "2026-03-02 12:00")]
    [InlineData("C", "cold", "2026-03-02 12:00")]
    [InlineData("N", "cold", "2026-03-02 12:00")]
    public void The_first_contact_is_sooner_for_H_and_A_and_hot_leads(string level, string heat, string due)
        => Clocks.FirstContactBy(At("2026-03-02 10:00"), LeadLevels.Read(level), StoredWord<HeatBand>.Read(heat)).At.ShouldBe(At(due));

    [Fact]
    public void Two_hours_and_days_pass_in_working_time_too()
    {
        var friday = At("2026-03-06 17:00");

        Clocks.RegionHearsOfItAt(friday).At.ShouldBe(At("2026-03-09 10:00"));
        Clocks.RecallAt(friday)!.Value.At.ShouldBe(At("2026-03-09 17:00"));
        Clocks.ReassignAt(friday)!.Value.At.ShouldBe(At("2026-03-09 17:00"));
        Clocks.RecallFromAdvisorAt(friday)!.Value.At.ShouldBe(At("2026-03-10 17:00"));
        Clocks.DecideLostBy(friday).At.ShouldBe(At("2026-03-09 17:00"));
        Clocks.CallAfterNoShowBy(friday).At.ShouldBe(At("2026-03-09 17:00"));
    }

    [Fact]
    public void A_contact_at_exactly_the_deadline_is_late()
    {
        var due = Clocks.FirstContactBy(At("2026-03-02 10:00"), LeadLevel.H, HeatBand.Cold);
        var lead = Make.Lead(LeadState.Dispatched);
        lead.Assign(Make.Advisor, due, Make.Act(LeadActor.DealerManager)).ShouldBeNull();

        lead.IsOverdue(due.At.AddTicks(-1)).ShouldBeFalse();
        lead.IsOverdue(due.At).ShouldBeTrue();
    }

    private static DateTimeOffset At(string shanghai)
        => ShanghaiTime.At(DateOnly.Parse(shanghai[..10]), TimeOnly.Parse(shanghai[11..]));
}
