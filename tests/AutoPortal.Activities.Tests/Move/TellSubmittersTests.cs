using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Move;
using AutoPortal.Activities.Data;
using AutoPortal.Testing;

namespace AutoPortal.Activities.Tests.Move;

public sealed class TellSubmittersTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Whoever_handed_an_activity_in_hears_once_that_it_was_approved()
    {
        await using var author = activities.Tenant(ActivitiesPermissions.Manage);
        await using var judge = Judge(author);
        var id = await SubmittedAsync(author);

        (await judge.Get<MoveActivity>().RunAsync(id, ActivityMove.Approve, default)).IsOk.ShouldBeTrue();
        await author.DeliverAsync();
        await author.DeliverAsync();

        activities.Bell.Of(author.Facts.UserId!.Value).Single().ShouldSatisfyAllConditions(
            n => n.Code.ShouldBe("activities.approved"),
            n => n.Values.ShouldBe(["金秋试驾会", "李审批", ""]),
            n => n.Href.ShouldBe($"/app/activities?activity={id}"));
        activities.Bell.Of(judge.Facts.UserId!.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sent_back_it_says_why()
    {
        await using var author = activities.Tenant(ActivitiesPermissions.Manage);
        await using var judge = Judge(author);
        var id = await SubmittedAsync(author);

        await judge.Get<MoveActivity>().RunAsync(id, ActivityMove.Reject, "场次太密", default);
        await author.DeliverAsync();

        activities.Bell.Of(author.Facts.UserId!.Value).Single().ShouldSatisfyAllConditions(n => n.Code.ShouldBe("activities.rejected"), n => n.Values[2].ShouldBe("场次太密"));
    }

    [Fact]
    public async Task A_refused_decision_tells_nobody()
    {
        await using var author = activities.Tenant(ActivitiesPermissions.Manage, ActivitiesPermissions.Approve);
        var activity = new Activity(Make.Id(), Make.Plan(), author.Facts.UserId);
        await author.SaveAsync<ActivitiesDb>(activity);
        await author.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Submit, default);

        (await author.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Approve, default)).Refusal.ShouldBe(ActivityRefusals.OwnSubmission);
        await author.DeliverAsync();

        activities.Bell.Of(author.Facts.UserId!.Value).ShouldBeEmpty();
    }

    private static TestTenant Judge(TestTenant author) => author.As(f => f with { UserId = Make.Id(), UserName = "李审批", Permissions = [ActivitiesPermissions.Approve] });

    private static async Task<Guid> SubmittedAsync(TestTenant author)
    {
        // Written by one colleague, handed in by another.
        var activity = new Activity(Make.Id(), Make.Plan(), Make.Id());
        await author.SaveAsync<ActivitiesDb>(activity);
        (await author.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Submit, default)).IsOk.ShouldBeTrue();
        return activity.Id;
    }
}
