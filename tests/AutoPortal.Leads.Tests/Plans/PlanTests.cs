using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;
using Dapper;
using Npgsql;

namespace AutoPortal.Leads.Tests.Plans;

/// <summary>The statements that must stay quick among many leads, explained as the application role behind row-level security.</summary>
public sealed class PlanTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    private const int Count = 12_000;

    [Fact]
    public async Task What_is_asked_often_reaches_an_index_behind_row_level_security()
    {
        await using var tenant = leads.Tenant();
        await FillAsync(tenant);
        await using var advisor = tenant.AsAdvisor(7011);
        await using var house = tenant.AsSystem();

        (await PlanAsync(house, "select * from leads.leads l where {tenant:l} and phone_hash = any(@hashes)", new { hashes = new[] { "h17", "h4711" } }))
            .ShouldContain("ix_leads_tenant_id_phone_hash");
        (await PlanAsync(house, $"select dealer_id, owner_id, count(*) from leads.leads where {{tenant}} and {DeskLoads.OnADesk} and dealer_id is not null group by dealer_id, owner_id", null))
            .ShouldContain("ix_leads_desks");
        (await PlanAsync(advisor, "select * from leads.leads l where {reach:l} and erased_at is null order by id desc limit 21", null))
            .ShouldNotContain("Seq Scan");
        (await PlanAsync(advisor, "select * from leads.leads l where {reach:l} and erased_at is null and due_at < now() order by due_at, id limit 21", null))
            .ShouldNotContain("Seq Scan");
        (await PlanAsync(house, "select * from leads.leads l where {tenant:l} and erased_at is null order by heat_score desc, id desc limit 21", null))
            .ShouldNotContain("Seq Scan");
        (await PlanAsync(house, "select lead_id from leads.lead_name_tokens t where {tenant:t} and token = '李明'", null))
            .ShouldContain("pk_lead_name_tokens");
    }

    private static async Task<string> PlanAsync(TestTenant seen, string sql, object? args)
        => string.Join('\n', await seen.ReadAsync<LeadsDb, IReadOnlyList<string>>(db => db.Sql().QueryAsync<string>("explain " + sql, args, default)));

    private async Task FillAsync(TestTenant tenant)
    {
        var made = Enumerable.Range(0, Count).Select(n =>
        {
            var at = Make.Now.AddMinutes(-n);
            var contact = new Contact(null, "李" + (char)('一' + (n % 3_000)), "sealed", $"h{n}", $"{n % 10_000:D4}", "138****0000");
            var lead = Lead.TakeIn(Make.Screened(), contact, LevelScheme.Long, Make.Touch(), Make.Act(at: at));
            // One in twenty lies on a desk; the rest is HQ's, as after years.
            foreach (var step in n % 20 == 0 ? new[] { LeadTrigger.Clean, LeadTrigger.Dispatch } : [LeadTrigger.Invalidate])
            {
                Steps.Take(lead, step, at).ShouldBeNull();
            }

            if (n % 20 == 0)
            {
                lead.Assign(Make.Id(7011 + (n / 20 % 40)), Make.Due(), Make.Act(LeadActor.DealerManager, at: at)).ShouldBeNull();
            }

            return lead;
        }).ToList();
        await using (var house = tenant.AsSystem())
        {
            await house.SaveAsync<LeadsDb, int>(async db =>
            {
                await NewLeads.AddAsync(db, made, default);
                return 0;
            });
        }

        await using var owner = new NpgsqlConnection(leads.Database.Connections.PortalOwner);
        await owner.ExecuteAsync("vacuum analyze leads.leads");
        await owner.ExecuteAsync("vacuum analyze leads.lead_name_tokens");
    }
}
