using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Move;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Move;

public sealed class MoveActivitiesOnTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static readonly ActivityMove[] Scheduled = [ActivityMove.Submit, ActivityMove.Approve];
    private static readonly ActivityMove[] Running = [.. Scheduled, ActivityMove.Start];

    [Theory]
    [InlineData(-1, 10, ActivityState.Running)]
    [InlineData(1, 10, ActivityState.Scheduled)]
    [InlineData(-10, -1, ActivityState.Ended)]
    internal async Task A_scheduled_activity_follows_its_times(int fromHours, int untilHours, ActivityState expected)
        => (await AfterAsync(Scheduled, fromHours, untilHours)).ShouldBe(expected);

    [Theory]
    [InlineData(-10, 1, ActivityState.Running)]
    [InlineData(-10, -1, ActivityState.Ended)]
    internal async Task A_running_activity_ends_when_its_time_is_over(int fromHours, int untilHours, ActivityState expected)
        => (await AfterAsync(Running, fromHours, untilHours)).ShouldBe(expected);

    [Fact]
    public async Task A_paused_activity_waits_for_whoever_paused_it()
        => (await AfterAsync([.. Running, ActivityMove.Pause], -10, -1)).ShouldBe(ActivityState.Paused);

    [Fact]
    public async Task Another_tenants_activities_are_left_alone()
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync(Plan(-10, -1), Running);
        await using var other = activities.Tenant();

        await RunAsync(other);

        (await StateAsync(tenant)).ShouldBe(ActivityState.Running);
    }

    private async Task<ActivityState> AfterAsync(ActivityMove[] moves, int fromHours, int untilHours)
    {
        await using var tenant = activities.Tenant();
        await tenant.RunningAsync(Plan(fromHours, untilHours), moves);

        await RunAsync(tenant);

        return await StateAsync(tenant);
    }

    private static ActivityPlan Plan(int fromHours, int untilHours)
    {
        var (from, until) = (TimeProvider.System.GetUtcNow().AddHours(fromHours), TimeProvider.System.GetUtcNow().AddHours(untilHours));
        return Make.Plan(from: from, until: until) with { RunsFrom = from, RunsUntil = until };
    }

    private static async Task RunAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        await house.Get<MoveActivitiesOn>().RunAsync(default);
    }

    private static Task<ActivityState> StateAsync(TestTenant tenant)
        => tenant.ReadAsync<ActivitiesDb, ActivityState>(db => db.Activities.Select(a => a.State).SingleAsync());
}
