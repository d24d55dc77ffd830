using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Tests.SignUps;

public sealed class SignUpLanesTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Sign_ups_that_come_together_are_committed_together()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync(Make.Plan(quota: 300));
        var lanes = Lanes();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => lanes.StoreAsync(tenant.Id, SignUp(tenant, activity, i), default)));

        answers.ShouldAllBe(a => a.Receipt != null && !a.Receipt.WasSignedUp);
        (await tenant.TakenAsync()).ShouldBe(200);
        var commits = await tenant.ReadAsync<ActivitiesDb, long>(db => db.Sql().FirstOrDefaultAsync<long>("select count(distinct s.xmin::text) from activities.sign_ups s where {tenant:s}", null, default));
        commits.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Two_nodes_at_once_give_exactly_the_places_there_are()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync(Make.Plan(quota: 50));
        var (one, other) = (Lanes(), Lanes());

        // Everybody posts to both nodes.
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).StoreAsync(tenant.Id, SignUp(tenant, activity, i / 2), default))));

        answers.Count(a => a.Receipt is { WasSignedUp: false }).ShouldBe(50);
        answers.Where(a => a.Receipt is null).ShouldAllBe(a => a.Refusal == ActivityRefusals.IsFull);
        (await tenant.TakenAsync()).ShouldBe(50);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync())).ShouldBe(50);
        (await tenant.SentAsync<ActivitiesDb>()).Count.ShouldBe(50);
    }

    [Fact]
    public async Task One_that_cannot_be_stored_is_refused_alone()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        var lanes = Lanes();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => lanes.StoreAsync(
            tenant.Id, SignUp(tenant, activity, i) with { City = i == 17 ? new string('长', 200) : "苏州" }, default)));

        answers[17].Refusal.ShouldBe(ActivityRefusals.CannotBeStored);
        answers.Count(a => a.Receipt is not null).ShouldBe(29);
        (await tenant.TakenAsync()).ShouldBe(29);
    }

    [Fact]
    public async Task Who_leaves_before_the_turn_takes_no_place()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        var lanes = Lanes();
        using var leaving = new CancellationTokenSource();
        Task<SignUpAnswer> first, gone;
        await using (await HoldAsync(tenant, activity))
        {
            first = await BusyAsync(lanes, tenant, activity);
            gone = lanes.StoreAsync(tenant.Id, SignUp(tenant, activity, 2), leaving.Token);
            await leaving.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(gone);
        }

        (await first).Receipt.ShouldNotBeNull();
        (await lanes.StoreAsync(tenant.Id, SignUp(tenant, activity, 3), default)).Receipt.ShouldNotBeNull();
        (await tenant.TakenAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Who_waits_too_long_is_asked_to_send_again_and_takes_no_place()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        var lanes = Lanes(new() { SignUpWaitsFor = TimeSpan.FromMilliseconds(50) });
        Task<SignUpAnswer> first;
        await using (await HoldAsync(tenant, activity))
        {
            first = await BusyAsync(lanes, tenant, activity);
            (await lanes.StoreAsync(tenant.Id, SignUp(tenant, activity, 2), default)).Refusal.ShouldBe(ActivityRefusals.IsBusy);
        }

        (await first).Receipt.ShouldNotBeNull();
        (await tenant.TakenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_that_takes_too_long_is_rolled_back_and_the_lane_goes_on()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();
        var lanes = Lanes(new() { SignUpBatchWithin = TimeSpan.FromMilliseconds(200) });
        await using (await HoldAsync(tenant, activity))
        {
            await Should.ThrowAsync<TimeoutException>(lanes.StoreAsync(tenant.Id, SignUp(tenant, activity, 1), default));
        }

        (await Lanes().StoreAsync(tenant.Id, SignUp(tenant, activity, 1), default)).Receipt!.WasSignedUp.ShouldBeFalse();
        (await tenant.TakenAsync()).ShouldBe(1);
    }

    // Each has lanes of its own, as each node has.
    private SignUpLanes Lanes(ActivitiesOptions? options = null)
        => ActivatorUtilities.CreateInstance<SignUpLanes>(activities.Services, Options.Create(options ?? new()));

    /// <summary>Keeps the activity's row as another node's batch would.</summary>
    private static async Task<ActivitiesDb> HoldAsync(TestTenant tenant, Activity activity)
    {
        var db = await tenant.Get<IDbContextFactory<ActivitiesDb>>().CreateDbContextAsync();
        await db.Sql().ExecuteAsync("select a.id from activities.activities a where {tenant:a} and a.id = @Id for update", new { activity.Id }, default);
        return db;
    }

    /// <summary>The first batch stands before the held row; who comes now waits in line.</summary>
    private static async Task<Task<SignUpAnswer>> BusyAsync(SignUpLanes lanes, TestTenant tenant, Activity activity)
    {
        var first = lanes.StoreAsync(tenant.Id, SignUp(tenant, activity, 1), default);
        while (await tenant.ReadAsync<ActivitiesDb, long>(db => db.Sql().FirstOrDefaultAsync<long>(
            "select count(*) from pg_stat_activity p where p.datname = current_database() and p.wait_event_type = 'Lock' and {tenant_id} is not null", null, default)) == 0)
        {
            await Task.Delay(5);
        }

        return first;
    }

    private static SignUpAccepted SignUp(TestTenant tenant, Activity activity, int number)
    {
        var phone = $"13800{number:D6}";
        var vault = tenant.Get<PhoneVault>();
        return new(
            Make.Id(), activity.Id, activity.TitleZh, activity.BrandId, vault.Seal(tenant.Id, "王小明"), "王**", vault.Seal(tenant.Id, phone), vault.Hash(tenant.Id, phone),
            PhoneVault.Tail(phone), PhoneVault.Mask(phone), PhoneVerified: true, [new("service", "v1")], null, null, null, null, null, null, activity.SourceCode, "/test/a/autumn", "", TimeProvider.System.GetUtcNow());
    }
}
