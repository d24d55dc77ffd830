using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Tests.Exports;

public sealed class ExportMovesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    // From the state in front, by the act, to the state behind; whatever is not here is refused.
    private static readonly HashSet<string> Possible =
    [
        "WaitingApproval Approve Queued", "WaitingApproval Refuse Refused", "WaitingApproval Cancel Cancelled",
        "Queued Begin Writing", "Queued Cancel Cancelled", "Queued Fail Failed",
        "Writing Begin Writing", "Writing HoldBack WaitingApproval", "Writing Finish Ready", "Writing Fail Failed", "Writing Cancel Cancelled",
        "Ready Expire Expired",
    ];

    public static IEnumerable<object[]> Everything =>
        from state in Enum.GetNames<ExportState>()
        from act in Enum.GetNames<ExportAct>()
        select new object[] { state, act };

    [Theory, MemberData(nameof(Everything))]
    public void An_export_moves_only_where_its_state_allows(string state, string act)
    {
        var to = ExportMoves.Next(Enum.Parse<ExportState>(state), Enum.Parse<ExportAct>(act));

        var expected = Possible.SingleOrDefault(p => p.StartsWith($"{state} {act} ", StringComparison.Ordinal))?.Split(' ')[2];
        to?.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Nobody_decides_on_their_own_export_and_a_no_needs_a_reason()
    {
        var orderer = Guid.CreateVersion7();
        var job = Job(orderer, needsApproval: true);

        job.Approve(orderer, "我", At).ShouldBe(Platform.Exports.ExportRefusals.NotByOneself);
        job.Refuse(Guid.CreateVersion7(), "他", "", At).ShouldBe(Platform.Exports.ExportRefusals.ReasonIsMissing);
        job.State.ShouldBe(ExportState.WaitingApproval);
        job.Approve(Guid.CreateVersion7(), "他", At).ShouldBeNull();
        job.State.ShouldBe(ExportState.Queued);
    }

    private static ExportJob Job(Guid by, bool needsApproval) => new(
        Guid.CreateVersion7(), new("crowd", null, ExportQuery.All, ["number"], false, false, true, 5), new(by, "我", Guid.CreateVersion7(), Reach.Tenant, null, "zh-CN"), "核对", needsApproval, At);
}
