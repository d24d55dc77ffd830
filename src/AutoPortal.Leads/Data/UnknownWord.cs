using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Data;

/// <summary>A word that no rule knows, on a lead that waits for review: by these rows the leads with one word are found and counted.</summary>
internal sealed class UnknownWord
{
    public Guid TenantId { get; private set; }
    public string Field { get; private set; } = "";

    /// <summary>As <see cref="CleaningAliases.Key"/> compares it.</summary>
    public string Word { get; private set; } = "";
    public Guid LeadId { get; private set; }
}

internal static class UnknownWords
{
    /// <summary>Writes the unknown words of these leads as their flags stand now.</summary>
    public static async Task WriteAsync(LeadsDb db, IReadOnlyCollection<Lead> leads, CancellationToken ct)
    {
        var rows = leads.SelectMany(Of).ToList();
        if (rows.Count > 0)
        {
            await db.Sql().ExecuteAsync(
                "insert into leads.unknown_words (tenant_id, field, word, lead_id) select {tenant_id}, field, word, lead from unnest(@fields, @words, @leads) as t(field, word, lead) on conflict do nothing",
                new { fields = rows.Select(r => r.Field).ToArray(), words = rows.Select(r => r.Word).ToArray(), leads = rows.Select(r => r.LeadId).ToArray() }, ct);
        }
    }

    /// <summary>The same for leads that are stored already.</summary>
    public static Task RewriteAsync(LeadsDb db, IReadOnlyCollection<Lead> leads, CancellationToken ct) => RewriteAsync(db, leads, [.. leads.Select(l => l.Id)], ct);

    /// <summary>The same, where some of those that had words may be gone.</summary>
    public static async Task RewriteAsync(LeadsDb db, IReadOnlyCollection<Lead> leads, IReadOnlyCollection<Guid> had, CancellationToken ct)
    {
        await db.Sql().ExecuteAsync("delete from leads.unknown_words w where {tenant:w} and w.lead_id = any(@ids)", new { ids = had.ToArray() }, ct);
        await WriteAsync(db, leads, ct);
    }

    private static IEnumerable<(string Field, string Word, Guid LeadId)> Of(Lead lead)
        => lead.Queue is null ? [] : lead.Flags
            .Where(f => f.StartsWith(LeadCleaning.NeedsReview, StringComparison.Ordinal))
            .Select(f => f[(LeadCleaning.NeedsReview.Length + 1)..])
            .Where(CleaningFields.WithAliases.Contains)
            .Select(field => (field, lead.WordOf(field), lead.Id))
            .Where(w => w.Item2.Length > 0);
}
