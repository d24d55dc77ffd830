using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Move;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Move;

public sealed class MoveActivityTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task A_paused_activity_takes_nobody_until_it_is_resumed()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var activity = await tenant.RunningAsync();

        (await tenant.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Pause, default)).IsOk.ShouldBeTrue();
        (await tenant.SignUpAsync()).Refusal.ShouldBe(ActivityRefusals.IsPaused);
        (await tenant.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Resume, default)).IsOk.ShouldBeTrue();
        (await tenant.SignUpAsync()).Receipt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sign_ups_that_come_meanwhile_do_not_disturb_whoever_moves_it()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var activity = await tenant.RunningAsync();

        var moves = Task.Run(() => tenant.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Pause, default));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => tenant.SignUpAsync(Make.Form($"13800138{i:D3}")))));

        (await moves).IsOk.ShouldBeTrue();
        var taken = await tenant.TakenAsync();
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync())).ShouldBe(taken);
    }

    [Fact]
    public async Task Without_the_permission_or_in_the_wrong_state_it_is_refused()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await tenant.RunningAsync();
        await using var operatorOf = tenant.As(f => f with { Permissions = [ActivitiesPermissions.Manage] });

        (await tenant.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Pause, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await operatorOf.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Resume, default)).Refusal.ShouldBe(ActivityRefusals.CannotMoveNow);
    }

    [Fact]
    public async Task A_dealer_cannot_stop_what_headquarters_runs()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var activity = await tenant.RunningAsync();
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });

        (await dealer.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Pause, default)).Refusal.ShouldBe(ActivityRefusals.BelongsToHeadquarters);
    }

    [Fact]
    public async Task Another_tenants_activity_does_not_exist_here()
    {
        await using var owner = activities.Tenant();
        var activity = await owner.RunningAsync();
        await using var other = activities.Tenant(ActivitiesPermissions.Manage);

        (await other.Get<MoveActivity>().RunAsync(activity.Id, ActivityMove.Pause, default)).Refusal.ShouldBe(ActivityRefusals.NotFound);
    }
}
