using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Replay;

/// <summary>A lead of the samples, masked.</summary>
internal sealed record SampleRow(Guid LeadId, string Name, string PhoneMask, string Before, string After, IReadOnlyList<string> Reasons);

/// <summary>A replay with who ordered it and its samples.</summary>
/// <param name="IsStale">The rules changed since it was looked at.</param>
internal sealed record ReplayView(CleaningReplay Replay, string? By, bool IsStale, IReadOnlyList<SampleRow> Samples);

/// <summary>Replays as people look at them.</summary>
internal sealed class ReplayQueries(IDbContextFactory<LeadsDb> dbs, IPeopleDirectory people, CurrentScope scope)
{
    private const int Shown = 20;

    /// <summary>Newest first; the samples of the first one only.</summary>
    public async Task<IReadOnlyList<ReplayView>> ListAsync(CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules) || !scope.SeesAllDealers)
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var replays = await db.CleaningReplays.AsNoTracking().OrderByDescending(r => r.Id).Take(Shown).ToListAsync(ct);
        var version = await ReplayRules.VersionAsync(db, ct);
        var samples = replays is [var latest, ..] ? await SamplesAsync(db, latest, ct) : [];
        var names = await people.NamesAsync([.. replays.Select(r => r.By).OfType<Guid>().Distinct()], ct);
        return [.. replays.Select((r, place) => new ReplayView(r, r.By is { } by ? names.GetValueOrDefault(by) : null, r.RuleVersion != version, place == 0 ? samples : []))];
    }

    // Names and numbers are read when they are shown: what was erased since is not kept in a sample.
    private static async Task<IReadOnlyList<SampleRow>> SamplesAsync(LeadsDb db, CleaningReplay replay, CancellationToken ct)
    {
        var ids = replay.Samples.Select(s => s.LeadId).ToList();
        var leads = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        return [.. replay.Samples.Where(s => leads.ContainsKey(s.LeadId)).Select(s => new SampleRow(s.LeadId, leads[s.LeadId].NameMask, leads[s.LeadId].PhoneMask, s.Before, s.After, s.Reasons))];
    }
}
