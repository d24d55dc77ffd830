using System.Text.Json;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters;

/// <summary>A master that dealers may adapt.</summary>
/// <param name="CopyId">The copy of the dealer that asks, where it has one.</param>
public sealed record MasterRow(Guid Id, LocalText Title, int LiveVersion, Guid? CopyId);

/// <summary>A conflict of a copy.</summary>
public sealed record ConflictRow(Guid Id, string Kind, string BlockId, string? Field, JsonElement? Hqs, JsonElement? Dealers, int MasterVersion, DateTimeOffset At);

/// <summary>Masters that are offered, and what is to be settled on a copy.</summary>
internal sealed class MasterQueries(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    private const int MostShown = 200;

    /// <summary>Live masters, last changed first; for a dealer with its own copies.</summary>
    public async Task<IReadOnlyList<MasterRow>> OfferedAsync(Guid? dealerId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        // Masters are HQ's, but offered to every dealer.
        var masters = await db.Pages.IgnoreQueryFilters([ModuleDb.ReachFilter]).Where(p => p.IsMaster && p.LiveVersion != null && !p.IsArchived)
            .OrderByDescending(p => p.ChangedAt).Take(MostShown).Select(p => new { p.Id, p.Title, p.LiveVersion }).ToListAsync(ct);
        var ids = masters.ConvertAll(m => (Guid?)m.Id);
        var copies = dealerId is null ? [] : await db.Pages.Where(p => ids.Contains(p.MasterId) && p.DealerId == dealerId).ToDictionaryAsync(p => p.MasterId!.Value, p => p.Id, ct);
        return masters.ConvertAll(m => new MasterRow(m.Id, m.Title, m.LiveVersion!.Value, copies.TryGetValue(m.Id, out var copy) ? copy : null));
    }

    /// <summary>What is to be settled on a copy, oldest first.</summary>
    public async Task<IReadOnlyList<ConflictRow>> ConflictsAsync(Guid pageId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var rows = await db.PageConflicts.AsNoTracking().Where(c => c.PageId == pageId && c.SettledAt == null && db.Pages.Any(p => p.Id == pageId)).OrderBy(c => c.Id).Take(MostShown).ToListAsync(ct);
        return rows.ConvertAll(c => new ConflictRow(c.Id, StateWords.Of(c.Kind), c.BlockId, c.Field, c.HqsValue(), c.DealersValue(), c.MasterVersion, c.At));
    }
}
