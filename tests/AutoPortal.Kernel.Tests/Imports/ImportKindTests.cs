using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Tests.SampleShop;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AutoPortal.Kernel.Tests.Imports;

public sealed class ImportKindTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly PageRequest AllRows = PageRequest.First(100);

    [Fact]
    public async Task A_preview_counts_and_shows_differences_and_changes_nothing()
    {
        await using var tenant = sample.Tenant();
        await tenant.SaveAsync<SampleDb>(new Note("a|old"));

        var run = await PreviewAsync(tenant, Row(2, "a", "new"), Row(3, "b", "fresh"), Row(4, "", "lost"));

        var tally = await Kind(tenant).Ledger.TallyAsync(run, isPreview: true, default);
        (tally.Rows, tally.Of(RowOutcome.Updated), tally.Of(RowOutcome.Created), tally.Of(RowOutcome.Refused)).ShouldBe((3, 1, 1, 1));
        var rows = (await Kind(tenant).Ledger.RowsAsync(run, isPreview: true, AllRows, default)).Rows;
        rows.Select(r => r.Number).ShouldBe([2, 4]);
        rows[0].Differences.ShouldBe([new CellDifference("body", "old", "new")]);
        (await NotesAsync(tenant)).ShouldBe(["a|old"]);
    }

    [Fact]
    public async Task A_row_that_was_imported_before_is_left_alone_and_counts_with_its_old_result()
    {
        await using var tenant = sample.Tenant();
        await ApplyAsync(tenant, Row(2, "a", "1"), Row(3, "a", "2"));

        var again = await ApplyAsync(tenant, Row(2, "a", "1"), Row(3, "a", "2"), Row(4, "b", "3"));

        var tally = await Kind(tenant).Ledger.TallyAsync(again, isPreview: false, default);
        tally.Unchanged.ShouldBe(2);
        tally.Results.ShouldBe(new Dictionary<string, int> { ["created"] = 2, ["updated"] = 1 }, ignoreOrder: true);
        (await LinesAsync(tenant)).ShouldBe(3);
    }

    [Fact]
    public async Task An_undo_brings_back_what_was_and_removes_what_is_new()
    {
        await using var tenant = sample.Tenant();
        await tenant.SaveAsync<SampleDb>(new Note("a|old"));
        var before = await StateAsync(tenant);
        var run = await ApplyAsync(tenant, Row(2, "a", "new"), Row(3, "b", "fresh"));
        await ApplyAsync(tenant, run, Row(4, "a", "newer"));

        var undone = await UndoAsync(tenant, run);

        undone.ShouldBe((2, 0));
        (await StateAsync(tenant)).ShouldBe(before);
        (await UndoAsync(tenant, run)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_a_person_changed_since_is_left_and_listed()
    {
        await using var tenant = sample.Tenant();
        var run = await ApplyAsync(tenant, Row(2, "a", "1"), Row(3, "b", "2"));
        await tenant.SaveAsync<SampleDb, int>(async db =>
        {
            (await db.Notes.SingleAsync(n => n.Text == "a|1")).Rewrite("a|by hand");
            return 0;
        });

        (await UndoAsync(tenant, run)).ShouldBe((1, 1));

        (await NotesAsync(tenant)).ShouldBe(["a|by hand"]);
        (await Kind(tenant).Ledger.RowsAsync(run, isPreview: false, AllRows, default)).Rows.Single(r => r.Number == 2).UndoLeft.ShouldBe("changed_since");
    }

    [Fact]
    public async Task Rows_can_be_imported_again_after_an_undo()
    {
        await using var tenant = sample.Tenant();
        await UndoAsync(tenant, await ApplyAsync(tenant, Row(2, "a", "1")));

        await ApplyAsync(tenant, Row(2, "a", "1"));

        (await NotesAsync(tenant)).ShouldBe(["a|1"]);
    }

    [Fact]
    public async Task Two_imports_of_the_same_rows_at_once_take_each_row_in_once()
    {
        await using var tenant = sample.Tenant();
        ImportRow[] rows = [.. Enumerable.Range(2, 50).Select(n => Row(n, $"note {n}", "x"))];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var person = tenant.As(f => f);
            await ApplyAsync(person, rows);
        }));

        (await NotesAsync(tenant)).Count.ShouldBe(50);
        (await LinesAsync(tenant)).ShouldBe(50);
    }

    private static IImportKind Kind(TestTenant tenant) => tenant.Get<IImportKind>();

    private static ImportRow Row(int number, string title, string body)
    {
        var values = new Dictionary<string, string> { ["title"] = title, ["body"] = body };
        return new(number, new RowKeys().Next(values), values);
    }

    private static Task<Guid> ApplyAsync(TestTenant tenant, params ImportRow[] rows) => ApplyAsync(tenant, Ids.New(TimeProvider.System), rows);

    private static async Task<Guid> ApplyAsync(TestTenant tenant, Guid run, params ImportRow[] rows)
    {
        await (await OpenAsync(tenant, run)).ApplyAsync(rows, default);
        return run;
    }

    private static async Task<Guid> PreviewAsync(TestTenant tenant, params ImportRow[] rows)
    {
        var run = Ids.New(TimeProvider.System);
        await (await OpenAsync(tenant, run)).PreviewAsync(rows, default);
        return run;
    }

    private static async Task<IImportWork> OpenAsync(TestTenant tenant, Guid run)
        => (await Kind(tenant).OpenAsync(new ImportOrder(run, null, ImportMode.Upsert, false, false, DateTimeOffset.UnixEpoch), default)).Value!;

    private static async Task<(int Undone, int Left)> UndoAsync(TestTenant tenant, Guid run)
    {
        var sum = (Undone: 0, Left: 0);
        while (await Kind(tenant).Ledger.UndoNextAsync(run, 1, default) is { } step)
        {
            sum = (sum.Undone + step.Undone, sum.Left + step.Left);
        }

        return sum;
    }

    private static Task<List<string>> NotesAsync(TestTenant tenant) => tenant.ReadAsync<SampleDb, List<string>>(db => db.Notes.Select(n => n.Text).ToListAsync());

    private static Task<int> LinesAsync(TestTenant tenant) => tenant.ReadAsync<SampleDb, int>(db => db.Set<NoteLine>().CountAsync());

    private static async Task<string> StateAsync(TestTenant tenant)
        => string.Join('\n', await tenant.ReadAsync<SampleDb, List<string>>(async db =>
            [.. (await db.Notes.OrderBy(n => n.Id).ToListAsync()).Select(n => $"{n.Id} {n.Text}"), .. (await db.Set<NoteLine>().OrderBy(l => l.Id).ToListAsync()).Select(l => $"{l.Id} {l.Text}")]));
}
