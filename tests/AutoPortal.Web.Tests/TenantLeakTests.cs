using System.Net;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Dapper;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Web.Tests;

/// <summary>Two tenants, each persona, every table and every route: nothing of one is found by the other.</summary>
[Collection(nameof(House))]
public sealed class TenantLeakTests(House house)
{
    private static readonly string[] Personas = ["admin@beichen.demo", "operator@beichen.demo", "region@beichen.demo", "manager@beichen.demo", "advisor@beichen.demo"];

    // Tables that the demonstration leaves empty in chenxing: the test could not fail on them by rows, so it plants none and says why.
    private static readonly Dictionary<string, string> EmptyInTheDemonstration = new(StringComparer.Ordinal);

    public static TheoryData<string> People => [.. Personas];

    [Fact]
    public async Task Every_table_of_chenxing_is_empty_for_every_scope_of_beichen_with_and_without_the_filters()
    {
        var chenxing = await house.TenantAsync("chenxing");
        var beichen = await house.TenantAsync("beichen");
        await house.PlantAsync(chenxing.Id);
        var unproven = new List<string>();
        foreach (var module in house.App.Services.GetServices<ModuleDbEntry>())
        {
            foreach (var table in await TenantTablesAsync(module.Schema))
            {
                if (await CountAsOwnerAsync(table, chenxing.Id) == 0)
                {
                    unproven.Add(table);
                }

                foreach (var reach in new[] { Reach.Tenant, Reach.Region, Reach.Dealer, Reach.Own, Reach.Consumer, Reach.System })
                {
                    (await CountInScopeAsync(table, beichen.Id, chenxing.Id)).ShouldBe(0, $"{table} at {reach}");
                }
            }

            await NothingThroughTheContextAsync(module, beichen, chenxing.Id);
        }

        unproven.Except(EmptyInTheDemonstration.Keys).ShouldBeEmpty("these tables hold no row of chenxing, so nothing was proven");
    }

    [Theory, MemberData(nameof(People))]
    public async Task No_route_shows_a_person_of_beichen_anything_of_chenxing(string email)
    {
        using var client = await house.SignedInAsync(email);
        var chenxing = await ForeignFacts.OfAsync(house, "chenxing");

        var routes = Routes.Of(house.App);
        routes.Where(r => RouteProbes.For(r) is null).Select(r => $"{r.Method} {r.Pattern}").ShouldBeEmpty("every route needs a probe: name these in RouteProbes");
        foreach (var endpoint in routes)
        {
            var probe = RouteProbes.For(endpoint)!;
            foreach (var path in probe.Paths(chenxing))
            {
                using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(endpoint.Method), path));
                var body = await answer.Content.ReadAsStringAsync();

                if (probe.HasForeignId)
                {
                    // A receipt without a seal leads back to its page, which is 404 for the same slug.
                    int[] refusals = probe.IsPublic ? [404, 400, 403, 405, 302] : [404, 400, 403, 405];
                    refusals.ShouldContain((int)answer.StatusCode, $"{email}: {endpoint.Method} {path}");
                }

                if (!probe.IsPublic)
                {
                    chenxing.Words.Where(w => body.Contains(w, StringComparison.Ordinal)).ShouldBeEmpty($"{email}: {endpoint.Method} {path}");
                }
            }
        }
    }

    [Fact]
    public async Task No_staff_route_answers_a_stranger()
    {
        using var stranger = house.Anonymous();
        foreach (var endpoint in Routes.Of(house.App).Where(r => r.Pattern.StartsWith("/app", StringComparison.Ordinal) || r.Pattern.StartsWith("/api", StringComparison.Ordinal)))
        {
            using var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.WithIds(Guid.Empty)));

            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Found, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
            if (answer.Headers.Location is { } to)
            {
                to.ToString().ShouldContain("/signin");
            }
        }
    }

    private async Task<IReadOnlyList<string>> TenantTablesAsync(string schema)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        return (await owner.QueryAsync<string>(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = @schema and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '__ef_migrations'
            """, new { schema })).AsList();
    }

    private async Task<long> CountAsOwnerAsync(string table, Guid tenantId)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        return await owner.ExecuteScalarAsync<long>($"select count(*) from {table} where tenant_id = @tenantId", new { tenantId });
    }

    private async Task<long> CountInScopeAsync(string table, Guid scope, Guid foreign)
    {
        await using var application = new NpgsqlConnection(house.Connections.Portal);
        await application.OpenAsync();
        await using var transaction = await application.BeginTransactionAsync();
        await application.ExecuteAsync($"set local app.tenant = '{scope}'", transaction: transaction);
        return await application.ExecuteScalarAsync<long>($"select count(*) from {table} where tenant_id = @foreign", new { foreign }, transaction);
    }

    private async Task NothingThroughTheContextAsync(ModuleDbEntry module, TenantFacts here, Guid foreign)
    {
        foreach (var reach in new[] { Reach.Tenant, Reach.Region, Reach.Dealer, Reach.Own, Reach.Consumer, Reach.System })
        {
            await using var scope = house.App.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(new ScopeFacts(here.Id, here.Identifier, reach) { UserId = Guid.CreateVersion7() });
            dynamic factory = scope.ServiceProvider.GetRequiredService(typeof(IDbContextFactory<>).MakeGenericType(module.Type));
            await using ModuleDb db = await OpenAsync(factory);
            foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(TenantEntity).IsAssignableFrom(e.ClrType) && !e.IsOwned()))
            {
                var (filtered, unfiltered) = await CountAsync(db, entity.ClrType, foreign);
                filtered.ShouldBe(0, $"{entity.ClrType.Name} at {reach}");
                unfiltered.ShouldBe(0, $"{entity.ClrType.Name} at {reach} with the filters lifted");
            }
        }
    }

    private static async Task<ModuleDb> OpenAsync(object factory)
    {
        dynamic task = factory.GetType().GetMethod("CreateDbContextAsync")!.Invoke(factory, [CancellationToken.None])!;
        return (ModuleDb)await task;
    }

    private static Task<(int Filtered, int Unfiltered)> CountAsync(ModuleDb db, Type entity, Guid foreign)
        => (Task<(int, int)>)typeof(TenantLeakTests).GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(entity).Invoke(null, [db, foreign])!;

    private static async Task<(int Filtered, int Unfiltered)> CountOfAsync<T>(ModuleDb db, Guid foreign) where T : TenantEntity
        => (await db.Set<T>().CountAsync(r => r.TenantId == foreign), await db.Set<T>().IgnoreQueryFilters().CountAsync(r => r.TenantId == foreign));
}
