using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Scopes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Web.Tests;

/// <summary>Two tenants, each persona, every list that can be taken away: no file of one holds a row of the other.</summary>
[Collection(nameof(House))]
public sealed class ExportLeakTests(House house)
{
    // The table whose rows a list has views of, where it has: they are asked with the other tenant's ids. A list that is missing here fails.
    private static readonly Dictionary<string, string?> Views = new(StringComparer.Ordinal)
    {
        ["dealers"] = null,
        ["people"] = null,
        ["series"] = null,
        ["audit"] = null,
        ["imports"] = null,
        ["customers"] = null,
        ["leads"] = null,
        ["blocklist"] = null,
        ["cleaning_words"] = null,
        ["activities"] = null,
        ["sign_ups"] = "activities.activities",
        ["survey_answers"] = "activities.activities",
    };

    [Theory, MemberData(nameof(TenantLeakTests.People), MemberType = typeof(TenantLeakTests))]
    public async Task No_export_of_beichen_takes_a_row_of_chenxing(string email)
    {
        var (beichen, chenxing) = (await house.TenantAsync("beichen"), await house.TenantAsync("chenxing"));
        var foreign = await ForeignFacts.OfAsync(house, "chenxing");
        await using var scope = await ScopeOfAsync(beichen, email);
        var lists = scope.ServiceProvider.GetServices<IExportList>().ToList();
        lists.Select(l => l.Code).Except(Views.Keys).ShouldBeEmpty("every list that can be exported needs a probe: name these in Views");

        var taken = 0;
        foreach (var list in lists)
        {
            var table = Views[list.Code];
            foreach (var view in table is null ? [] : foreign.Ids(table))
            {
                (await IdsAsync(list, view.ToString())).ShouldBeEmpty($"{email}: {list.Code} of {view}");
            }

            var ids = new List<Guid>();
            foreach (var view in table is null ? [null] : await OwnAsync(table, beichen.Id))
            {
                ids.AddRange(await IdsAsync(list, view));
            }

            (await CountForeignAsync(ids, chenxing.Id)).ShouldBe(0, $"{email}: {list.Code}");
            taken += ids.Count;
        }

        taken.ShouldBePositive("nothing was taken, so nothing was proven");
    }

    private static async Task<List<Guid>> IdsAsync(IExportList list, string? view)
    {
        var ids = new List<Guid>();
        await foreach (var row in list.RowsAsync(new(view, PageRequest.First(20), [.. list.Columns.Select(c => c.Code)], list.RevealPermission is not null), default))
        {
            ids.Add(row.Id);
        }

        return ids;
    }

    private async Task<List<string?>> OwnAsync(string table, Guid tenantId)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        return [.. (await owner.QueryAsync<Guid>($"select id from {table} where tenant_id = @tenantId limit 20", new { tenantId })).Select(id => id.ToString())];
    }

    private async Task<AsyncServiceScope> ScopeOfAsync(TenantFacts tenant, string email)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        var (account, membership) = await owner.QueryFirstAsync<(Guid, Guid)>(
            "select m.account_id, m.id from platform.memberships m join platform_shared.accounts a on a.id = m.account_id where m.tenant_id = @Id and a.user_name = @email", new { tenant.Id, email });
        var facts = await house.App.Services.GetRequiredService<ScopeResolver>().ForMembershipAsync(tenant.Id, account, membership, default);
        var scope = house.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(facts.ShouldNotBeNull());
        return scope;
    }

    private async Task<long> CountForeignAsync(List<Guid> ids, Guid foreign)
    {
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        var sum = 0L;
        foreach (var module in house.App.Services.GetServices<ModuleDbEntry>())
        {
            var tables = await owner.QueryAsync<string>(
                """
                select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.columns t using (table_schema, table_name)
                where c.table_schema = @Schema and c.column_name = 'id' and c.data_type = 'uuid' and t.column_name = 'tenant_id'
                """, new { module.Schema });
            foreach (var table in tables)
            {
                sum += await owner.ExecuteScalarAsync<long>($"select count(*) from {table} where tenant_id = @foreign and id = any(@ids)", new { foreign, ids = ids.ToArray() });
            }
        }

        return sum;
    }
}
