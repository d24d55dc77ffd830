namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>An event that fits its schema, as it is stored.</summary>
internal sealed record TakenEvent(
    Guid Id,
    Guid PageId,
    int PageVersion,
    string Block,
    string Name,
    short SchemaVersion,
    string Subject,
    long Amount,
    Guid? VisitorId,
    Guid? SessionId,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    string? Properties);

/// <summary>An event that does not, as it goes into quarantine.</summary>
internal sealed record RefusedEvent(Guid Id, string Reason, string Detail, string Name, short SchemaVersion, string Payload, DateTimeOffset ReceivedAt);

/// <summary>What became of the events of one body.</summary>
internal sealed record CheckedEvents(IReadOnlyList<TakenEvent> Taken, IReadOnlyList<RefusedEvent> Refused)
{
    public int Count => Taken.Count + Refused.Count;
}
