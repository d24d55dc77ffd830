using AutoPortal.Activities.Domain;
using static AutoPortal.Activities.Domain.ActivityMove;
using static AutoPortal.Activities.Domain.ActivityState;

namespace AutoPortal.Activities.Tests.Domain;

public sealed class ActivityTransitionsTests
{
    // The drawing of domain language §6.3, written out once more so that a slip in the table is seen.
    private static readonly (ActivityState From, ActivityMove Move, ActivityState To)[] Drawn =
    [
        (Draft, Submit, Reviewing), (Reviewing, Reject, Draft), (Reviewing, TakeBack, Draft), (Reviewing, Approve, Scheduled), (Scheduled, Start, Running),
        (Scheduled, Pause, Paused), (Running, Pause, Paused), (Paused, Resume, Running), (Running, End, Ended), (Paused, End, Ended), (Ended, Archive, Archived),
        (Draft, Cancel, Cancelled), (Reviewing, Cancel, Cancelled), (Scheduled, Cancel, Cancelled), (Running, Cancel, Cancelled), (Paused, Cancel, Cancelled),
    ];

    public static TheoryData<int, int> EveryPair()
    {
        var pairs = new TheoryData<int, int>();
        foreach (var from in Enum.GetValues<ActivityState>())
        {
            foreach (var move in Enum.GetValues<ActivityMove>())
            {
                pairs.Add((int)from, (int)move);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Every_move_from_every_state_goes_where_it_is_drawn_or_is_refused(int from, int move)
    {
        var expected = Drawn.Where(d => d.From == (ActivityState)from && d.Move == (ActivityMove)move).Select(d => (ActivityState?)d.To).SingleOrDefault();

        ActivityTransitions.Find((ActivityState)from, (ActivityMove)move).ShouldBe(expected);
    }

    [Fact]
    public void A_refused_move_leaves_the_activity_where_it_was()
    {
        var activity = Make.Activity();

        activity.Move(Approve).ShouldBe(ActivityRefusals.CannotMoveNow);

        activity.State.ShouldBe(Running);
    }

    [Fact]
    public void A_number_is_short_and_has_no_look_alikes()
        => SignUpNumber.Of(Guid.Parse("0199c0de-0000-7000-8000-00ffffffffff")).ShouldBe("ZZZZ-ZZZZ");
}
