using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Tests.SampleShop;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AutoPortal.Kernel.Tests.Imports;

/// <summary>What the house does by itself to imported records does not keep them from being taken back; what a person does, does.</summary>
public sealed class HouseAndUndoTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task A_column_that_only_the_house_moves_is_no_change()
    {
        await using var tenant = sample.Tenant();
        var run = await ApplyAsync(tenant, "a");
        await ChangeAsync(tenant, note => note.LookAgain(DateTimeOffset.UnixEpoch));

        (await UndoAsync(tenant, run)).ShouldBe((1, 0));
        (await CountAsync(tenant)).ShouldBe(0);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_ledger_that_counted_every_column_is_still_understood(bool isMoved)
    {
        await using var tenant = sample.Tenant();
        var run = await ApplyAsync(tenant, "a");
        await ChangeAsync(tenant, note => note.LookAgain(DateTimeOffset.UnixEpoch));
        await tenant.SaveAsync<SampleDb, int>(db => db.Sql().ExecuteAsync(
            "update sample.import_changes c set after_hash = md5(jsonb_strip_nulls(to_jsonb(t))::text) from sample.notes t where {tenant:c} and {tenant:t} and t.id = c.row_id", null, default));
        await ChangeAsync(tenant, note => note.LookAgain(isMoved ? DateTimeOffset.UnixEpoch.AddDays(1) : DateTimeOffset.UnixEpoch));

        (await UndoAsync(tenant, run)).ShouldBe(isMoved ? (0, 1) : (1, 0));
    }

    [Fact]
    public async Task What_the_house_did_to_a_new_record_goes_with_it()
    {
        await using var tenant = sample.Tenant();
        var run = await ApplyAsync(tenant, "a", "a");
        await ChangeAsync(tenant, note => note.Rewrite("a|by the house"), byHouseOf: run);
        await ChangeAsync(tenant, note => note.Rewrite("a|and again"), byHouseOf: run);

        (await UndoAsync(tenant, run)).ShouldBe((1, 0));
        (await CountAsync(tenant)).ShouldBe(0);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_person_changed_is_left_whether_the_house_came_before_or_after(bool houseFirst)
    {
        await using var tenant = sample.Tenant();
        var run = await ApplyAsync(tenant, "a");
        foreach (var isHouse in new[] { houseFirst, !houseFirst })
        {
            await ChangeAsync(tenant, note => note.Rewrite($"{note.Text} {isHouse}"), isHouse ? run : null);
        }

        (await UndoAsync(tenant, run)).ShouldBe((0, 1));
        (await CountAsync(tenant)).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_house_did_to_a_record_that_was_there_before_is_not_undone()
    {
        await using var tenant = sample.Tenant();
        await tenant.SaveAsync<SampleDb>(new Note("a|old"));
        var run = await ApplyAsync(tenant, "a");
        await ChangeAsync(tenant, note => note.Rewrite("a|by the house"), byHouseOf: run);

        (await UndoAsync(tenant, run)).ShouldBe((0, 1));
    }

    private static async Task ChangeAsync(TestTenant tenant, Action<Note> change, Guid? byHouseOf = null)
        => await tenant.SaveAsync<SampleDb, int>(async db =>
        {
            if (byHouseOf is { } run)
            {
                db.LetImportsFollow(row => row is Note ? run : null);
            }

            change(await db.Notes.SingleAsync());
            return 0;
        });

    private static async Task<Guid> ApplyAsync(TestTenant tenant, params string[] titles)
    {
        var order = new ImportOrder(Ids.New(TimeProvider.System), null, ImportMode.Upsert, false, false, DateTimeOffset.UnixEpoch);
        var work = (await tenant.Get<IImportKind>().OpenAsync(order, default)).Value!;
        foreach (var (title, number) in titles.Select((title, place) => (title, place + 2)))
        {
            var values = new Dictionary<string, string> { ["title"] = title, ["body"] = $"row {number}" };
            await work.ApplyAsync([new ImportRow(number, new RowKeys().Next(values), values)], default);
        }

        return order.RunId;
    }

    private static async Task<(int Undone, int Left)> UndoAsync(TestTenant tenant, Guid run)
    {
        var step = await tenant.Get<IImportKind>().Ledger.UndoNextAsync(run, 10, default);
        return (step!.Undone, step.Left);
    }

    private static Task<int> CountAsync(TestTenant tenant) => tenant.ReadAsync<SampleDb, int>(db => db.Notes.CountAsync());
}
