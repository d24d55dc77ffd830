using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Organisation;
using AutoPortal.Testing.Postgres;
using AutoPortal.Web.Hosting;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Web.Tests;

/// <summary>A dealer changes its region on a day: access follows the tree of the day, what was stored before stays as it was.</summary>
public sealed class MoveOnADayTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly Clock _clock = new();

    public Task InitializeAsync() => _house.InitializeAsync(_clock);

    public Task DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_old_regions_manager_opens_its_leads_up_to_the_day_before_and_the_new_one_from_the_day_itself()
    {
        var tenant = await _house.TenantAsync("chenxing");
        await using var owner = new NpgsqlConnection(_house.Connections.PortalOwner);
        var (old, next) = ("region@chenxing.demo", "operator@chenxing.demo");
        var home = await NodeOfAsync(owner, tenant.Id, old);
        var lead = await owner.QueryFirstAsync<(Guid Id, Guid DealerId, Guid RegionId)>("select id, dealer_id, region_id from leads.leads where tenant_id = @Id and region_id = @home order by id limit 1", new { tenant.Id, home });
        var other = await owner.QueryFirstAsync<Guid>("select id from platform.regions where tenant_id = @Id and id <> @home limit 1", new { tenant.Id, home });
        await owner.ExecuteAsync(
            """
            update platform.memberships m set reach = 'region', node_id = @other, role_id = (select id from platform.roles where tenant_id = @Id and template = 'regional_manager')
            where m.tenant_id = @Id and m.account_id = (select id from platform_shared.accounts where user_name = @next)
            """, new { tenant.Id, other, next });
        var day = ShanghaiTime.DateOf(_clock.GetUtcNow()).AddDays(2);
        await MoveAsync(tenant, lead.DealerId, other, day);

        _clock.Ahead = TimeSpan.FromDays(1);
        (await OpensAsync(old, lead.Id), await OpensAsync(next, lead.Id)).ShouldBe((true, false));

        _clock.Ahead = TimeSpan.FromDays(2);
        (await OpensAsync(old, lead.Id), await OpensAsync(next, lead.Id)).ShouldBe((false, true));
        (await owner.QuerySingleAsync<Guid>("select region_id from leads.leads where id = @Id", new { lead.Id })).ShouldBe(lead.RegionId, "reports count the lead where its dealer stood at the dispatch");
    }

    private static Task<Guid> NodeOfAsync(NpgsqlConnection owner, Guid tenantId, string account)
        => owner.QuerySingleAsync<Guid>("select m.node_id from platform.memberships m join platform_shared.accounts a on a.id = m.account_id where m.tenant_id = @tenantId and a.user_name = @account", new { tenantId, account });

    private async Task<bool> OpensAsync(string email, Guid leadId)
    {
        using var client = await _house.SignedInAsync(email);
        return (await client.GetAsync($"/app/leads/{leadId}")).StatusCode == HttpStatusCode.OK;
    }

    private Task MoveAsync(TenantFacts tenant, Guid dealerId, Guid regionId, DateOnly on)
        => _house.App.Services.GetRequiredService<ScopeRunner>().RunAsync(
            new ScopeFacts(tenant.Id, tenant.Identifier, Reach.Tenant) { UserName = "test", Origin = "test", Permissions = FrozenSet.Create(PlatformPermissions.OrganisationManage) },
            async (services, ct) => (await services.GetRequiredService<MoveDealer>().RunAsync(dealerId, regionId, on, ct)).IsOk.ShouldBeTrue(),
            default);

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
