using AutoPortal.Activities.Domain;

namespace AutoPortal.Activities.Tests.Domain;

public sealed class SignUpTransitionsTests
{
    // As drawn in the domain language §6.3, the way back of whoever cancelled by mistake, and corrections at the door.
    private static readonly (SignUpState From, SignUpState To)[] Drawn =
    [
        (SignUpState.Signed, SignUpState.Waitlisted), (SignUpState.Signed, SignUpState.Confirmed), (SignUpState.Waitlisted, SignUpState.Confirmed),
        (SignUpState.Confirmed, SignUpState.CheckedIn), (SignUpState.CheckedIn, SignUpState.Rewarded), (SignUpState.Confirmed, SignUpState.NoShow),
        (SignUpState.Signed, SignUpState.Cancelled), (SignUpState.Waitlisted, SignUpState.Cancelled), (SignUpState.Confirmed, SignUpState.Cancelled),
        (SignUpState.Cancelled, SignUpState.Signed), (SignUpState.NoShow, SignUpState.CheckedIn), (SignUpState.CheckedIn, SignUpState.Confirmed),
    ];

    [Fact]
    public void Every_way_is_one_that_is_drawn_and_every_drawn_one_can_be_gone()
        => Enum.GetValues<SignUpState>()
            .SelectMany(from => Enum.GetValues<SignUpAct>().Select(act => (from, To: SignUpTransitions.Find(from, act))))
            .Where(w => w.To is not null)
            .Select(w => (w.from, w.To!.Value))
            .ShouldBe(Drawn, ignoreOrder: true);

    // Any order of any acts: a state is only ever reached from one that leads there, and a reward only after a check-in.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_people_press_nobody_is_rewarded_who_was_not_checked_in(int seed)
    {
#pragma warning disable CA5394 // A seeded order of acts, nothing secret.
        var dice = new Random(seed);
        for (var life = 0; life < 2_000; life++)
        {
            var (state, path) = (SignUpState.Signed, new List<SignUpState> { SignUpState.Signed });
            for (var step = 0; step < 12; step++)
            {
                if (SignUpTransitions.Find(state, (SignUpAct)dice.Next(Enum.GetValues<SignUpAct>().Length)) is { } to)
                {
                    path.Add(state = to);
                }
            }
#pragma warning restore CA5394
            path.Zip(path.Skip(1)).ShouldAllBe(pair => Drawn.Contains(pair));
            (path.Contains(SignUpState.Rewarded) && !path.Contains(SignUpState.CheckedIn)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Whoever_waits_or_cancelled_holds_no_place()
        => Enum.GetValues<SignUpState>().Where(s => !SignUpTransitions.HoldsPlace(s)).ShouldBe([SignUpState.Waitlisted, SignUpState.Cancelled]);
}
