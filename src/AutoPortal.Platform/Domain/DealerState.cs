namespace AutoPortal.Platform.Domain;

/// <summary>Where a dealer stands in its life. Stored in snake_case.</summary>
internal enum DealerState
{
    /// <summary>Signed, with the day of its opening; takes no leads yet.</summary>
    OpeningPlanned,

    Open,

    /// <summary>Closed for a while; keeps its people and its leads.</summary>
    Suspended,

    /// <summary>Left the network for good.</summary>
    Left,
}
