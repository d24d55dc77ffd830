using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class RunImportTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const int Batch = 1_000;

    [Fact]
    public async Task A_run_says_how_far_it_came_batch_by_batch()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.OrderAsync(Clerk.Dealers(Batch + 25));
        (await clerk.CheckAsync(run)).IsOk.ShouldBeTrue();
        var words = 0;

        (await clerk.WorkAsync(run, count => words = count)).ShouldBeTrue();

        words.ShouldBe(1 + 2);
        var view = await clerk.ViewAsync(run);
        (view.Run.State, view.Run.RowCount, view.Checked.Rows, view.Checked.Of(RowOutcome.Created)).ShouldBe((ImportState.Checked, Batch + 25, Batch + 25, Batch + 25));
        view.Written.Rows.ShouldBe(0);
        (await NewDealersAsync(clerk)).ShouldBe(0);
    }

    [Fact]
    public async Task A_stopped_run_goes_on_from_its_ledger_and_writes_no_row_twice()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.CheckedAsync(Clerk.Dealers(Batch + 200));
        (await clerk.Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();
        await clerk.WorkAsync(run, count => OnWord(count, 1, () => clerk.Steer.StopAsync(run, default)));
        var stopped = await clerk.ViewAsync(run);
        (stopped.Run.State, stopped.Written.Rows).ShouldBe((ImportState.Stopped, Batch));

        (await clerk.Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();
        await clerk.WorkAsync(run);

        var view = await clerk.ViewAsync(run);
        (view.Run.State, view.Written.Rows, view.Written.Of(RowOutcome.Created), view.Written.Unchanged).ShouldBe((ImportState.Applied, Batch + 200, Batch + 200, 0));
        (await NewDealersAsync(clerk)).ShouldBe(Batch + 200);
    }

    [Fact]
    public async Task A_node_that_dies_is_followed_by_another_once_its_lease_is_over()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.CheckedAsync(Clerk.Dealers(Batch + 200));
        (await clerk.Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();
        using var death = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => clerk.WorkAsync(run, count => OnWord(count, 1, death.CancelAsync), death.Token));

        (await clerk.WorkAsync(run)).ShouldBeFalse("the dead node's lease still holds");
        platform.Now.Ahead += platform.Get<IOptions<ImportOptions>>().Value.Lease + TimeSpan.FromSeconds(1);
        (await clerk.WorkAsync(run)).ShouldBeTrue();

        var view = await clerk.ViewAsync(run);
        (view.Run.State, view.Written.Rows, view.Written.Of(RowOutcome.Created), view.Written.Unchanged).ShouldBe((ImportState.Applied, Batch + 200, Batch + 200, 0));
        (await NewDealersAsync(clerk)).ShouldBe(Batch + 200);
    }

    [Fact]
    public async Task A_node_whose_lease_another_one_took_does_nothing_more()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.CheckedAsync(Clerk.Dealers(Batch + 200));
        (await clerk.Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();
        async Task TakeOverAsync()
        {
            platform.Now.Ahead += platform.Get<IOptions<ImportOptions>>().Value.Lease + TimeSpan.FromSeconds(1);
            await clerk.WorkAsync(run);
        }

        await clerk.WorkAsync(run, count => OnWord(count, 1, TakeOverAsync));

        var view = await clerk.ViewAsync(run);
        (view.Run.State, view.Written.Rows, view.Written.Of(RowOutcome.Created)).ShouldBe((ImportState.Applied, Batch + 200, Batch + 200));
        (await NewDealersAsync(clerk)).ShouldBe(Batch + 200);
    }

    [Fact]
    public async Task A_file_that_breaks_off_in_its_middle_leaves_nothing_half_imported()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.OrderAsync(Clerk.Dealers(1_500) + "\nN9998,\"没有关上的引号,北区,上海,上海,4S店\nN9999,后面的店,北区,上海,上海,4S店");
        (await clerk.CheckAsync(run)).IsOk.ShouldBeTrue();

        await clerk.WorkAsync(run);

        var view = await clerk.ViewAsync(run);
        view.Run.State.ShouldBe(ImportState.Failed);
        view.Run.FaultCode.ShouldBe("kernel.table_unclosed_quote");
        view.Run.FaultDetails.ShouldBe(["1502"]);
        (view.Checked.Rows, view.Written.Rows, await NewDealersAsync(clerk)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task An_undo_takes_all_back_but_what_somebody_changed_since()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.WrittenAsync(Clerk.Dealers(3));
        var changed = (await clerk.Visitor.Get<IOrganisation>().TreeAsync(default)).Dealers.Single(d => d.Code == "N0002");
        (await clerk.Visitor.Get<Platform.Organisation.SuspendDealer>().RunAsync(changed.Id, "展厅翻修", null, default)).IsOk.ShouldBeTrue();

        (await clerk.Steer.UndoAsync(run, default)).IsOk.ShouldBeTrue();
        await clerk.WorkAsync(run);

        var view = await clerk.ViewAsync(run);
        (view.Run.State, view.Written.Undone, view.Written.UndoLeft).ShouldBe((ImportState.Undone, 2, 1));
        (await NewDealersAsync(clerk)).ShouldBe(1);
    }

    // A node tells in the middle of its work, so what the test does then must be done before it goes on.
    private static void OnWord(int count, int at, Func<Task> act)
    {
        if (count == at)
        {
            Task.Run(act).GetAwaiter().GetResult();
        }
    }

    private static async Task<int> NewDealersAsync(Clerk clerk)
        => (await clerk.Visitor.Get<IOrganisation>().TreeAsync(default)).Dealers.Count(d => d.Code.StartsWith('N'));
}
