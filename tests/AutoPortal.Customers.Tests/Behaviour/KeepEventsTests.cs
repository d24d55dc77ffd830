using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Behaviour.Keep;
using AutoPortal.Customers.Data;
using AutoPortal.Testing;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AutoPortal.Customers.Tests.Behaviour;

/// <summary>A database of its own: days are the whole house's.</summary>
public sealed class KeepEventsTests(BehaviourFixture fixture) : IClassFixture<BehaviourFixture>
{
    [Fact]
    public async Task Days_stand_ready_before_they_come_and_hold_one_index_each()
    {
        await using var town = fixture.Town();

        (await town.Tenant.Get<KeepEvents>().RunAsync(default)).ShouldBeFalse();

        var today = TimeProvider.System.GetUtcNow();
        var days = await DaysAsync();
        days.ShouldContain($"page_events_d{today.AddDays(14):yyyyMMdd}");
        days.ShouldContain($"page_events_d{today.AddDays(-8):yyyyMMdd}");
        await using var owner = new NpgsqlConnection(fixture.Database.Connections.PortalOwner);
        (await owner.ExecuteScalarAsync<long>("select max(n) from (select count(*) as n from pg_index i join pg_inherits p on p.inhrelid = i.indrelid where p.inhparent = 'customers.page_events'::regclass group by i.indrelid) x")).ShouldBe(1);
    }

    [Fact]
    public async Task A_day_whose_time_is_over_is_dropped_whole_and_its_visits_go_too()
    {
        await using var town = fixture.Town();
        var now = TimeProvider.System.GetUtcNow();
        var (old, rest) = (now.AddDays(-402), now.AddDays(-410));
        await using var owner = new NpgsqlConnection(fixture.Database.Connections.PortalOwner);
        await owner.ExecuteAsync($"create table customers.page_events_d{old:yyyyMMdd} partition of customers.page_events for values from (platform_shared.id_floor('{old:yyyy-MM-dd}+00')) to (platform_shared.id_floor('{old.AddDays(1):yyyy-MM-dd}+00'))");
        await town.Tenant.Get<StoreEvents>().RunAsync([View(town, old), View(town, rest), View(town, now)], [], default);

        await town.Tenant.Get<KeepEvents>().RunAsync(default);

        (await DaysAsync()).ShouldNotContain($"page_events_d{old:yyyyMMdd}");
        (await town.Tenant.ReadAsync<CustomersDb, int>(db => db.PageEvents.CountAsync())).ShouldBe(1);
        (await town.Tenant.ReadAsync<CustomersDb, int>(db => db.PageVisits.CountAsync())).ShouldBe(1);
        (await town.Tenant.ReadAsync<CustomersDb, long>(db => db.PageCounters.SumAsync(c => c.Count))).ShouldBe(3, "what was counted stays");
    }

    [Fact]
    public async Task The_application_cannot_drop_a_recent_day_and_reaches_no_day_directly()
    {
        await using var application = new NpgsqlConnection(fixture.Database.Connections.Portal);

        await Should.ThrowAsync<PostgresException>(() => application.ExecuteAsync("select platform_shared.drop_days(3)"));
        await Should.ThrowAsync<PostgresException>(() => application.ExecuteAsync($"drop table customers.page_events_d{TimeProvider.System.GetUtcNow():yyyyMMdd}"));
        await Should.ThrowAsync<PostgresException>(() => application.ExecuteAsync($"select * from customers.page_events_d{TimeProvider.System.GetUtcNow():yyyyMMdd}"));
    }

    private static TakenEvent View(Town town, DateTimeOffset at)
        => new(Kernel.Ids.New(at), town.PageId, 1, "", "page_view", 1, "", 0, Guid.NewGuid(), null, at, at, null);

    private async Task<List<string>> DaysAsync()
    {
        await using var owner = new NpgsqlConnection(fixture.Database.Connections.PortalOwner);
        return (await owner.QueryAsync<string>("select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'customers.page_events'::regclass")).AsList();
    }
}
