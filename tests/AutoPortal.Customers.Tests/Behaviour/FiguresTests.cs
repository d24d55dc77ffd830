using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Behaviour.Figures;
using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Time;
using AutoPortal.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Tests.Behaviour;

public sealed class FiguresTests(BehaviourFixture fixture) : IClassFixture<BehaviourFixture>
{
    [Fact]
    public async Task Whatever_comes_in_whatever_order_and_however_often_the_figures_are_those_of_the_events()
    {
        await using var town = fixture.Town();
        var pool = Enumerable.Range(0, 60).Select(n => Taken(town, n)).ToList();
        var batches = Gen.Choose(0, pool.Count - 1).NonEmptyListOf().Select(places => places.Select(p => pool[p]).ToList()).Sample(40, 40).ToList();

        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, ct) =>
        {
            await using var own = town.Tenant.As(f => f);
            await own.Get<StoreEvents>().RunAsync(batch, [], ct);
        });

        var told = batches.SelectMany(b => b).DistinctBy(e => e.Id).ToList();
        (await CountersAsync(town)).ShouldBe(Expected(told));
        var visits = await town.Tenant.ReadAsync<CustomersDb, List<(Guid, DateOnly, int)>>(async db => (await db.PageVisits.ToListAsync()).ConvertAll(v => (v.VisitorId, v.Day, v.Views)));
        visits.Order().ShouldBe(told.Where(e => e is { Name: "page_view", VisitorId: not null }).GroupBy(e => (e.VisitorId!.Value, ShanghaiTime.DateOf(e.At))).Select(g => (g.Key.Value, g.Key.Item2, g.Count())).Order());
    }

    [Fact]
    public async Task Counted_anew_they_are_the_same_and_what_was_written_as_history_is_among_them()
    {
        await using var town = fixture.Town();
        var events = Enumerable.Range(0, 60).Select(n => Taken(town, n)).ToList();
        await town.Tenant.Get<StoreEvents>().RunAsync(events, [], default);
        await town.Tenant.SaveAsync<CustomersDb, int>(db => db.PageCounters.ExecuteUpdateAsync(c => c.SetProperty(x => x.Count, 999)));

        await town.Tenant.Get<RebuildTraffic>().RunAsync(default);

        (await CountersAsync(town)).ShouldBe(Expected(events));
    }

    [Fact]
    public async Task A_page_is_looked_at_by_version_and_by_days()
    {
        await using var town = fixture.Town();
        var today = ShanghaiTime.DateOf(TimeProvider.System.GetUtcNow());
        var view = Taken(town, 0) with { Name = "page_view", Subject = "", Amount = 0, Block = "" };
        await town.Tenant.Get<StoreEvents>().RunAsync(
            [view with { Id = Make.Id(), PageVersion = 1, At = ShanghaiTime.StartOf(today.AddDays(-2)) }, view with { Id = Make.Id(), PageVersion = 2, At = ShanghaiTime.StartOf(today) }], [], default);
        var traffic = town.Tenant.Get<Pages.Contracts.IPageTraffic>();

        (await traffic.ReadAsync(town.PageId, new(today.AddDays(-6), today), default)).Days.Select(d => d.Views).ShouldBe([0, 0, 0, 0, 1, 0, 1]);
        (await traffic.ReadAsync(town.PageId, new(today, today), default)).Views.ShouldBe(1);
        (await traffic.ReadAsync(town.PageId, new(today.AddDays(-6), today, 1), default)).Views.ShouldBe(1);
    }

    private static TakenEvent Taken(Town town, int n)
    {
        var now = TimeProvider.System.GetUtcNow();
        var at = new DateTimeOffset(now.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero).AddHours(-3 * (n % 20));
        var name = (n % 5) switch { 0 => "page_view", 1 => "block_exposure", 2 => "click", 3 => "dwell", _ => "form_step" };
        return new(
            Kernel.Ids.New(at), town.PageId, 1 + (n % 2), name == "page_view" ? "" : n % 3 == 0 ? BehaviourFixture.Block : BehaviourFixture.Form, name, 1, name == "click" ? $"button-{n % 4}" : "", name == "dwell" ? n : 0,
            n % 4 == 0 ? null : new Guid(n % 7, 1, 2, new byte[8]), null, at, now, null);
    }

    private static async Task<List<string>> CountersAsync(Town town)
        => await town.Tenant.ReadAsync<CustomersDb, List<string>>(async db =>
            [.. (await db.PageCounters.ToListAsync()).Select(c => $"{c.PageVersion} {c.Block} {c.Name} {c.Subject} {c.Day:O} {c.Count} {c.Amount}").Order(StringComparer.Ordinal)]);

    private static List<string> Expected(IEnumerable<TakenEvent> told)
        => [.. told.GroupBy(e => (e.PageVersion, e.Block, e.Name, e.Subject, Day: ShanghaiTime.DateOf(e.At)))
            .Select(g => $"{g.Key.PageVersion} {g.Key.Block} {g.Key.Name} {g.Key.Subject} {g.Key.Day:O} {g.Count()} {g.Sum(e => e.Amount)}").Order(StringComparer.Ordinal)];
}
