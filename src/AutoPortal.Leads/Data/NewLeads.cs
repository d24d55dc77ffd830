using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Data;

/// <summary>Stores leads that were just taken in, with all that hangs on them, a table at a time.</summary>
internal static class NewLeads
{
    public static async Task AddAsync(LeadsDb db, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        await db.InsertManyAsync(leads, ct);
        await db.InsertManyAsync([.. leads.SelectMany(l => l.Moves)], ct);
        await db.InsertManyAsync([.. leads.SelectMany(l => l.Touches)], ct);
        await db.InsertManyAsync([.. leads.SelectMany(l => l.Plans)], ct);
        await db.InsertManyAsync([.. leads.SelectMany(l => l.Allocations)], ct);
        await MakeFindableAsync(db, leads, ct);
        await UnknownWords.WriteAsync(db, leads, ct);
    }

    /// <summary>Finds leads by the names they have now; names that they had are forgotten.</summary>
    public static async Task FindByNameAsync(LeadsDb db, IReadOnlyList<Guid> leadIds, CancellationToken ct)
        => await FindByNameAsync(db, leadIds, await db.Leads.AsNoTracking().Where(l => leadIds.Contains(l.Id)).ToListAsync(ct), ct);

    /// <summary>The same for leads whose new names are not saved yet.</summary>
    public static Task FindByNameAsync(LeadsDb db, IReadOnlyList<Lead> renamed, CancellationToken ct)
        => renamed.Count == 0 ? Task.CompletedTask : FindByNameAsync(db, [.. renamed.Select(l => l.Id)], renamed, ct);

    private static async Task FindByNameAsync(LeadsDb db, IReadOnlyList<Guid> leadIds, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        await db.Sql().ExecuteAsync("delete from leads.lead_name_tokens t where {tenant:t} and t.lead_id = any(@leads)", new { leads = leadIds.ToArray() }, ct);
        await MakeFindableAsync(db, leads, ct);
    }

    private static async Task MakeFindableAsync(LeadsDb db, IReadOnlyList<Lead> leads, CancellationToken ct)
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
