namespace AutoPortal.Leads.Domain;

internal enum DuplicateKind
{
    /// <summary>Nothing stands in the way.</summary>
    New,

    /// <summary>撞单: the person's open lead with the same named dealer takes the enquiry in.</summary>
    Collision,

    /// <summary>Only lost or invalid leads with the same named dealer: the newest comes back.</summary>
    Reactivate,

    /// <summary>Accepted, but another dealer's protection period keeps it from being dispatched.</summary>
    ProtectedByOtherDealer,
}

/// <summary>What de-duplication must know of a lead.</summary>
/// <param name="NamedDealerId">The dealer that the person named, or null: part of the key.</param>
/// <param name="DealerId">The dealer that holds it, or null for HQ.</param>
/// <param name="ProtectedUntil">Until when the holder alone may work on the person; null where nothing protects it.</param>
internal sealed record KnownLead(Guid Id, Guid BrandId, Guid? NamedDealerId, Guid? DealerId, LeadState State, DateTimeOffset CreatedAt, DateTimeOffset? ProtectedUntil);

/// <param name="LeadId">The lead that decided, where one did.</param>
internal sealed record DuplicateDecision(DuplicateKind Kind, Guid? LeadId = null)
{
    public static readonly DuplicateDecision New = new(DuplicateKind.New);
}

/// <summary>Duplicates and collisions (domain language §4.5). The key is phone, brand and the named dealer, blank where none.</summary>
internal static class Duplicates
{
    /// <param name="sameContact">All leads with this phone, of any brand, state and order.</param>
    public static DuplicateDecision Decide(Guid brandId, Guid? namedDealerId, IEnumerable<KnownLead> sameContact, DateTimeOffset now)
    {
        // By creation, then by id: leads of one instant must not make the answer depend on the order they were read in.
        var newestFirst = sameContact
            .Where(l => l.BrandId == brandId && l.State is not (LeadState.Merged or LeadState.Delivered))
            .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id)
            .ToList();
        var sameKey = newestFirst.Where(l => l.NamedDealerId == namedDealerId).ToList();

        if (sameKey.Find(l => l.State.IsOpen()) is { } open)
        {
            return new(DuplicateKind.Collision, open.Id);
        }

        // A person who named nobody is sent to the dealer of the open lead by allocation: only a named dealer can clash with another's protection.
        if (namedDealerId is not null && newestFirst.Find(l => l.State.IsOpen() && l.DealerId is not null && l.DealerId != namedDealerId && l.ProtectedUntil > now) is { } guarded)
        {
            return new(DuplicateKind.ProtectedByOtherDealer, guarded.Id);
        }

        return sameKey is [var newest, ..] ? new(DuplicateKind.Reactivate, newest.Id) : DuplicateDecision.New;
    }
}
