namespace AutoPortal.Platform.Domain;

/// <summary>What a dealer is and where it stands.</summary>
/// <param name="Name">The name to show, at most 100 signs.</param>
/// <param name="Kind">One of <see cref="DealerKind.All"/>.</param>
/// <param name="Province">Short form without 省 or 市.</param>
/// <param name="City">Short form without 市.</param>
/// <param name="District">Or empty.</param>
/// <param name="Address">Street and number, or empty.</param>
/// <param name="Hotline">The shop's own number, or empty.</param>
/// <param name="Contact">Whom headquarters asks for, or empty.</param>
/// <param name="At">On the map, or null.</param>
internal sealed record DealerDescription(
    string Name,
    string Kind,
    string Province,
    string City,
    string District = "",
    string Address = "",
    string Hotline = "",
    string Contact = "",
    Coordinates? At = null);

/// <summary>When a dealer is open and which leads it can work.</summary>
/// <param name="OpenDays">Digits from 1 (Monday) to 7 (Sunday).</param>
/// <param name="OpensAt">Shanghai time.</param>
/// <param name="ClosesAt">Shanghai time, later than <paramref name="OpensAt"/>.</param>
/// <param name="Channels">First-level lead sources; empty accepts all.</param>
/// <param name="SeriesCodes">Empty sells all.</param>
/// <param name="LeadCapacity">Open leads it can hold; zero for no limit.</param>
internal sealed record DealerTrade(
    string OpenDays,
    TimeOnly OpensAt,
    TimeOnly ClosesAt,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> SeriesCodes,
    int LeadCapacity);
