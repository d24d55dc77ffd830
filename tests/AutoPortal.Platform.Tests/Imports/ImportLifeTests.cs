using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class ImportLifeTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const int Rows = 2_500;

    [Fact]
    public async Task A_file_is_looked_at_then_taken_in_then_taken_back_and_each_step_waits_for_the_one_before()
    {
        await using var file = await FileRun.BeginAsync(platform);
        (await file.OrderAsync(FileRun.Dealers(30))).ShouldBeNull();
        (await file.ApplyAsync()).Refusal.ShouldBe(ImportRefusals.NotNow);

        (await file.CheckAsync()).ShouldBeNull();
        (await file.WorkAsync()).ShouldBeTrue();
        (await file.StateAsync()).State.ShouldBe(ImportState.Checked);
        ((await file.TallyAsync(isPreview: true)).Of(RowOutcome.Created), (await file.CodesAsync()).Count).ShouldBe((30, 3));

        (await file.ApplyAsync()).IsOk.ShouldBeTrue();
        (await file.WorkAsync()).ShouldBeTrue();
        ((await file.TallyAsync()).Of(RowOutcome.Created), (await file.CodesAsync()).Count).ShouldBe((30, 33));

        (await file.UndoAsync()).IsOk.ShouldBeTrue();
        (await file.WorkAsync()).ShouldBeTrue();
        ((await file.StateAsync()).State, (await file.TallyAsync()).Undone).ShouldBe((ImportState.Undone, 30));
        (await file.CodesAsync()).ShouldBe(["D1", "D2", "D3"]);

        (await file.UndoAsync()).IsOk.ShouldBeTrue();
        (await file.WorkAsync()).ShouldBeTrue();
        (await file.CodesAsync()).ShouldBe(["D1", "D2", "D3"]);
    }

    [Fact]
    public async Task A_worker_that_died_in_the_middle_is_followed_by_another_which_goes_on_from_the_ledger()
    {
        await using var file = await FileRun.BeginAsync(platform);
        await file.OrderAsync(FileRun.Dealers(Rows));
        await file.CheckAsync(appliesAtOnce: true);

        await DieAfterTheFirstBatchAsync(file);
        var done = (await file.TallyAsync()).Rows;
        done.ShouldBeInRange(50, Rows - 50);
        (await file.WorkAsync()).ShouldBeFalse("the lease of the dead worker still holds");

        platform.Now.Ahead += TimeSpan.FromSeconds(21);
        (await file.WorkAsync()).ShouldBeTrue();

        ((await file.TallyAsync()).Rows, (await file.TallyAsync()).Of(RowOutcome.Created), (await file.CodesAsync()).Count).ShouldBe((Rows, Rows, Rows + 3));
        (await file.StateAsync()).State.ShouldBe(ImportState.Applied);
    }

    [Fact]
    public async Task A_run_that_a_person_stopped_goes_on_or_is_taken_back_as_far_as_it_came()
    {
        await using var file = await FileRun.BeginAsync(platform);
        await file.OrderAsync(FileRun.Dealers(Rows));
        await file.CheckAsync(appliesAtOnce: true);

        await StopAfterTheFirstBatchAsync(file);
        (await file.StateAsync()).State.ShouldBe(ImportState.Stopped);
        (await file.TallyAsync()).Rows.ShouldBeInRange(50, Rows - 50);

        (await file.ApplyAsync()).IsOk.ShouldBeTrue();
        (await file.WorkAsync()).ShouldBeTrue();
        (await file.CodesAsync()).Count.ShouldBe(Rows + 3);

        (await file.UndoAsync()).IsOk.ShouldBeTrue();
        await StopAfterTheFirstBatchAsync(file);
        (await file.StateAsync()).State.ShouldBe(ImportState.Stopped);
        (await file.UndoAsync()).IsOk.ShouldBeTrue();
        (await file.WorkAsync()).ShouldBeTrue();
        (await file.CodesAsync()).ShouldBe(["D1", "D2", "D3"]);
    }

    [Fact]
    public async Task Two_workers_at_once_do_the_work_once()
    {
        await using var file = await FileRun.BeginAsync(platform);
        await file.OrderAsync(FileRun.Dealers(200));
        await file.CheckAsync(appliesAtOnce: true);

        var worked = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => file.WorkAsync())));

        worked.Count(w => w).ShouldBe(1);
        ((await file.TallyAsync()).Rows, (await file.CodesAsync()).Count).ShouldBe((200, 203));
    }

    [Fact]
    public async Task Columns_are_read_as_last_time_for_files_of_the_same_shape()
    {
        await using var file = await FileRun.BeginAsync(platform);
        await file.OrderAsync(FileRun.Dealers(1));
        await file.CheckAsync();

        await file.OrderAsync(FileRun.Dealers(2));

        (await file.StateAsync()).Columns.ShouldBe(["code", "name", "province", "city", "kind"]);
    }

    private async Task DieAfterTheFirstBatchAsync(FileRun file)
    {
        using var died = new CancellationTokenSource();
        using var heard = await WhenRowsAsync(file, died.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => file.WorkAsync(ct: died.Token));
    }

    private async Task StopAfterTheFirstBatchAsync(FileRun file)
    {
        using var heard = await WhenRowsAsync(file, () => file.StopAsync().GetAwaiter().GetResult().IsOk.ShouldBeTrue());
        await file.WorkAsync();
    }

    // The first word is said when the file was counted, or an undo came a step further; the second after a batch.
    private Task<IDisposable> WhenRowsAsync(FileRun file, Action act)
    {
        var words = 0;
        return Task.FromResult(platform.Get<ILiveBus>().Subscribe(file.Town.Tenant.Id, ImportTopics.Run(file.Run), _ =>
        {
            if (Interlocked.Increment(ref words) == 2)
            {
                act();
            }

            return Task.CompletedTask;
        }));
    }
}
