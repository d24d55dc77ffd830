using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Data;

/// <summary>How much lies on the desks: of dealers against their capacity, of advisors against their caps.</summary>
internal sealed class DeskLoads(DateTimeOffset since)
{
    /// <summary>Dispatched, or being worked on: the condition of index <c>ix_leads_desks</c>, so it is written out once.</summary>
    public const string OnADesk = "state in ('dispatched', 'assigned', 'following', 'invited', 'arrived', 'test_driven', 'lost_pending')";

    private readonly Dictionary<Guid, int> _dealers = [];
    private readonly Dictionary<Guid, AdvisorLoad> _advisors = [];

    /// <summary>Open leads by dealer.</summary>
    public IReadOnlyDictionary<Guid, int> Dealers => _dealers;

    /// <summary>Loads by advisor.</summary>
    public IReadOnlyDictionary<Guid, AdvisorLoad> Advisors => _advisors;

    /// <param name="since">Begin of today in Shanghai; what was assigned from then on is new today.</param>
    public static async Task<DeskLoads> ReadAsync(LeadsDb db, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await db.Sql().QueryAsync<Row>(
            $$"""
            select dealer_id as DealerId, owner_id as OwnerId, count(*)::int as Open, count(*) filter (where assigned_at >= @since)::int as NewToday
            from leads.leads
            where {tenant} and {{OnADesk}} and dealer_id is not null
            group by dealer_id, owner_id
            """, new { since }, ct);
        var loads = new DeskLoads(since);
        foreach (var row in rows)
        {
            loads._dealers[row.DealerId] = loads._dealers.GetValueOrDefault(row.DealerId) + row.Open;
            if (row.OwnerId is { } owner)
            {
                var load = loads._advisors.GetValueOrDefault(owner);
                loads._advisors[owner] = new(load.Open + row.Open, load.NewToday + row.NewToday);
            }
        }

        return loads;
    }

    /// <summary>A lead was put on the dealer's desk.</summary>
    public void Dispatched(Guid dealerId) => _dealers[dealerId] = _dealers.GetValueOrDefault(dealerId) + 1;

    /// <summary>A lead was put on the advisor's desk, today or, in history, before.</summary>
    public void Assigned(Guid advisorId, DateTimeOffset at)
    {
        var load = _advisors.GetValueOrDefault(advisorId);
        _advisors[advisorId] = new(load.Open + 1, load.NewToday + (at >= since ? 1 : 0));
    }

    private sealed class Row
    {
        public Guid DealerId { get; init; }
        public Guid? OwnerId { get; init; }
        public int Open { get; init; }
        public int NewToday { get; init; }
    }
}
