using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Data;

internal static class NameTokenStore
{
    /// <summary>Makes new leads findable by name.</summary>
    public static async Task AddAsync(LeadsDb db, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        var tokens = leads.SelectMany(l => NameTokens.Of(l.Name), (lead, token) => (lead.Id, token)).ToList();
        if (tokens.Count > 0)
        {
            await db.Sql().ExecuteAsync(
                "insert into leads.lead_name_tokens (tenant_id, token, lead_id) select {tenant_id}, token, lead from unnest(@tokens, @leads) as t(token, lead) on conflict do nothing",
                new { tokens = tokens.Select(t => t.token).ToArray(), leads = tokens.Select(t => t.Id).ToArray() }, ct);
        }
    }
}
