using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Behaviour.Figures;
using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Demo;

/// <summary>Thirty days of visitors on the pages of the demonstration, the same on every machine; runs after the pages were published.</summary>
internal sealed class DemoTraffic(IDbContextFactory<CustomersDb> dbs, IEnumerable<IPageShapes> shapes, RebuildTraffic rebuild, TimeProvider clock) : IDemoSeed
{
    private const int Days = 30;
    private const int PerStatement = 4_000;

    public int Order => 60;

    public async Task SeedAsync(CancellationToken ct)
    {
        var pages = shapes.FirstOrDefault() is { } known ? await known.ListPublishedAsync(ct) : [];
        if (pages.Count == 0 || !await IsNewAsync(ct))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DateOf(now);
        foreach (var (page, place) in pages.Select((p, i) => (p, i)))
        {
            var visitors = new DemoVisitors(page, (ulong)(place + 1));
            var events = Enumerable.Range(0, Days).SelectMany(ago => visitors.On(today.AddDays(-ago), Days - ago)).Where(e => e.At <= now).ToList();
            foreach (var part in events.Chunk(PerStatement))
            {
                await WriteAsync(part, ct);
            }
        }

        await rebuild.RunAsync(ct);
    }

    private async Task<bool> IsNewAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.PageEvents.AnyAsync(ct))
        {
            return false;
        }

        // The demonstration reaches further back than browsers may.
        await db.Sql().ExecuteAsync($"select platform_shared.ensure_days({Days + 1}, 3) where {{tenant_id}} is not null", null, ct);
        await db.SaveAsync(ct);
        return true;
    }

    private async Task WriteAsync(IReadOnlyList<TakenEvent> events, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await StoreEvents.WriteAsync(db, events, [], ct);
        await db.SaveAsync(ct);
    }
}
