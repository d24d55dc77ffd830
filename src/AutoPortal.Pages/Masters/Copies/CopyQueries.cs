using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>Copies of a master, who could still get one, and how far the newest order is.</summary>
internal sealed class CopyQueries(IDbContextFactory<PagesDb> dbs, IOrganisation organisation, IPeopleDirectory people, CurrentScope scope)
{
    private const int MostRefused = 50;

    private const string From =
        """
        from pages.pages p
        cross join lateral (select count(*)::int as open from pages.page_conflicts c where c.tenant_id = p.tenant_id and c.page_id = p.id and c.settled_at is null) c
        where {reach:p,dealer_id,none} and p.master_id = @masterId and (@dealers::uuid[] is null or p.dealer_id = any(@dealers))
        and (@state is null or case @state when 'conflicts' then c.open > 0 when 'live' then p.live_version is not null else p.live_version is null end)
        """;

    /// <summary>Copies within reach, those with something to settle first; filter <c>state</c> (<c>conflicts</c>, <c>live</c>, <c>hidden</c>), search by dealer.</summary>
    public async Task<Page<CopyRow>> ListAsync(Guid masterId, PageRequest page, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return Page<CopyRow>.Empty;
        }

        var tree = await organisation.TreeAsync(ct);
        var after = CopyKey.Read(page.After);
        var args = new
        {
            masterId,
            dealers = page.Search is { } words ? tree.Dealers.Where(d => Says(d, words)).Select(d => d.Id).ToArray() : null,
            state = page.Filters.GetValueOrDefault("state"),
            open = after?.Open,
            at = after?.Changed.At,
            id = after?.Changed.Id,
            most = page.Size + 1,
        };
        await using var db = await dbs.CreateDbContextAsync(ct);
        var total = await db.Sql().FirstOrDefaultAsync<long>($"select count(*) {From}", args, ct);
        var found = await db.Sql().QueryAsync<Stored>(
            $"""
            select p.id as Id, p.dealer_id as DealerId, p.path_kind as PathKind, p.slug as Slug, p.state as State, p.master_version as MasterVersion, p.live_version as LiveVersion, p.changed_at as ChangedAt, c.open as Open
            {From} and (@open::int is null or (c.open, p.changed_at, p.id) < (@open, @at, @id))
            order by c.open desc, p.changed_at desc, p.id desc limit @most
            """, args, ct);
        var shown = found.Take(page.Size).Select(r => new CopyRow(r.Id, tree.LabelOf(r.DealerId) ?? "", r.PathKind, r.Slug, r.State, r.MasterVersion, r.LiveVersion, r.Open, new DateTimeOffset(r.ChangedAt, TimeSpan.Zero))).ToList();
        return new(shown, found.Count > page.Size ? new CopyKey(shown[^1].Open, new MomentKey(shown[^1].ChangedAt, shown[^1].Id)).ToString() : null, total);
    }

    /// <summary>Every open dealer by code, and whether it has a copy; none for whoever may not order any.</summary>
    public async Task<IReadOnlyList<CopyCandidate>> CandidatesAsync(Guid masterId, CancellationToken ct)
    {
        if (!scope.MayOfferMasters())
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var there = (await db.Pages.Where(p => p.MasterId == masterId).Select(p => p.DealerId!.Value).ToListAsync(ct)).ToHashSet();
        return [.. CopyChoice.All.Of(await organisation.TreeAsync(ct)).Select(d => new CopyCandidate(d.Id, d.Code, d.Name, d.RegionId, there.Contains(d.Id)))];
    }

    /// <summary>The newest order of copies; null where there was none.</summary>
    public async Task<CopyProgress?> ProgressAsync(Guid masterId, CancellationToken ct)
    {
        if (!scope.MayOfferMasters())
        {
            return null;
        }

        CopyOrder? order;
        Dictionary<CopyLineState, int> counts;
        List<(Guid? DealerId, string? Refusal)> refused;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            order = await db.CopyOrders.AsNoTracking().Where(o => o.MasterId == masterId).OrderByDescending(o => o.Id).FirstOrDefaultAsync(ct);
            if (order is null)
            {
                return null;
            }

            counts = await db.CopyLines.Where(l => l.OrderId == order.Id).GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            refused = (await db.CopyLines.Where(l => l.OrderId == order.Id && l.State == CopyLineState.Refused).OrderBy(l => l.Id).Take(MostRefused).Select(l => new { l.DealerId, l.Refusal }).ToListAsync(ct)).ConvertAll(l => (l.DealerId, l.Refusal));
        }

        var tree = await organisation.TreeAsync(ct);
        var by = order.OrderedBy is { } id ? (await people.NamesAsync([id], ct)).GetValueOrDefault(id) : null;
        return new(
            order.Id, StateWords.Of(order.State), by, order.OrderedAt, counts.Values.Sum(), counts.GetValueOrDefault(CopyLineState.Waiting), counts.GetValueOrDefault(CopyLineState.Made),
            counts.GetValueOrDefault(CopyLineState.PassedOver), refused.ConvertAll(r => (tree.LabelOf(r.DealerId) ?? "", r.Refusal!)));
    }

    private static bool Says(DealerFacts dealer, string words)
        => dealer.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || dealer.Code.Contains(words, StringComparison.OrdinalIgnoreCase);

    private sealed class Stored
    {
        public Guid Id { get; init; }

        public Guid DealerId { get; init; }

        public string PathKind { get; init; } = "";

        public string Slug { get; init; } = "";

        public string State { get; init; } = "";

        public int MasterVersion { get; init; }

        public int? LiveVersion { get; init; }

        public int Open { get; init; }

        public DateTime ChangedAt { get; init; }
    }
}
