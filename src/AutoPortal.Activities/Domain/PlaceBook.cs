using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Domain;

/// <summary>Places of one session, at one dealer or shared, as they stand under the lock.</summary>
/// <param name="DealerId">Null where all dealers share them.</param>
/// <param name="Places">That may be given away.</param>
/// <param name="Taken">Given away, open offers included.</param>
internal sealed record PlacePool(Guid QuotaId, Guid SessionId, Guid? DealerId, int Places, int Taken, DateTimeOffset StartsAt);

/// <summary>Counts who gets a place and who has to wait. Plain arithmetic: whoever uses it holds the lock of the activity's row.</summary>
internal sealed class PlaceBook
{
    private readonly bool _hasSessions;
    private readonly bool _hasWaitingList;
    private readonly Dictionary<(Guid? Session, Guid? Dealer), PlacePool> _pools;
    private readonly Dictionary<Guid, int> _given = [];
    private readonly Dictionary<Guid, int> _waiting = [];
    private int _left;

    /// <param name="left">Places left in all.</param>
    /// <param name="hasSessions">Whether places are told apart by session.</param>
    /// <param name="hasWaitingList">Whether people may wait.</param>
    /// <param name="pools">Those that can be asked for.</param>
    public PlaceBook(int left, bool hasSessions, bool hasWaitingList, IEnumerable<PlacePool> pools)
    {
        _left = left;
        _hasSessions = hasSessions;
        _hasWaitingList = hasWaitingList;
        _pools = pools.ToDictionary(p => ((Guid?)p.SessionId, p.DealerId));
    }

    /// <summary>Places given here, by quota; those of activities without sessions stand under the empty id.</summary>
    public IReadOnlyDictionary<Guid, int> Given => _given;

    /// <summary>Whether anything has just become full, which the public page shows.</summary>
    public bool HasFilledUp { get; private set; }

    /// <summary>The pool for a session and dealer: the dealer's own, else the shared one; null where there is none.</summary>
    public PlacePool? PoolOf(Guid? sessionId, Guid? dealerId)
        => _pools.GetValueOrDefault((sessionId, dealerId)) ?? _pools.GetValueOrDefault((sessionId, null));

    /// <summary>Somebody waits there already: newcomers must not overtake.</summary>
    public void NoteWaiting(Guid? sessionId, Guid? dealerId, int people)
    {
        var key = KeyOf(PoolOf(sessionId, dealerId));
        _waiting[key] = _waiting.GetValueOrDefault(key) + people;
    }

    /// <summary>Places that are free in a pool; null means the activity as a whole.</summary>
    public int FreeOf(PlacePool? pool)
        => Math.Min(_left, pool is null ? _left : pool.Places - pool.Taken - _given.GetValueOrDefault(pool.QuotaId));

    /// <summary>Gives a newcomer a place, or one in the line.</summary>
    /// <returns>Whether the person waits; or why neither is possible.</returns>
    public Outcome<bool> Take(Guid? sessionId, Guid? dealerId, DateTimeOffset at)
    {
        var pool = PoolOf(sessionId, dealerId);
        if (_hasSessions && Unfit(pool, sessionId, at) is { } unfit)
        {
            return unfit;
        }

        var key = KeyOf(pool);
        if (FreeOf(pool) > 0 && _waiting.GetValueOrDefault(key) == 0)
        {
            GiveNext(pool);
            return false;
        }

        if (!_hasWaitingList)
        {
            return pool is null || _left == 0 ? ActivityRefusals.IsFull : ActivityRefusals.SessionIsFull;
        }

        _waiting[key] = _waiting.GetValueOrDefault(key) + 1;
        return true;
    }

    /// <summary>Gives one of the free places away, to somebody whose turn it is.</summary>
    public void GiveNext(PlacePool? pool)
    {
        var key = KeyOf(pool);
        _left--;
        _given[key] = _given.GetValueOrDefault(key) + 1;
        HasFilledUp |= FreeOf(pool) == 0;
    }

    private static Guid KeyOf(PlacePool? pool) => pool?.QuotaId ?? Guid.Empty;

    private static Refusal? Unfit(PlacePool? pool, Guid? sessionId, DateTimeOffset at)
        => sessionId is null ? ActivityRefusals.SessionIsMissing
            : pool is null ? ActivityRefusals.DealerHasNoPlaces
            : pool.StartsAt <= at ? ActivityRefusals.SessionHasStarted
            : null;
}
