namespace AutoPortal.Pages.Masters.Copies;

/// <summary>A dealer's copy of a master.</summary>
/// <param name="State">Stored word of the page's state.</param>
/// <param name="MasterVersion">The master's version that it stands on.</param>
/// <param name="LiveVersion">The version that customers see; null where they see none.</param>
/// <param name="Open">Conflicts that nobody has settled.</param>
public sealed record CopyRow(Guid Id, string Dealer, string PathKind, string Slug, string State, int MasterVersion, int? LiveVersion, int Open, DateTimeOffset ChangedAt);

/// <summary>An open dealer, as HQ chooses it.</summary>
public sealed record CopyCandidate(Guid Id, string Code, string Name, Guid? RegionId, bool HasCopy);

/// <summary>The newest order of copies, and how far it is.</summary>
/// <param name="State">Stored word: <c>running</c>, <c>done</c>, <c>cancelled</c>.</param>
/// <param name="Refused">Dealers that got none, and the code of the reason.</param>
public sealed record CopyProgress(Guid OrderId, string State, string? By, DateTimeOffset At, int Total, int Waiting, int Made, int PassedOver, IReadOnlyList<(string Dealer, string Reason)> Refused)
{
    /// <summary>Whether copies are still being made.</summary>
    public bool IsRunning => State == "running";

    /// <summary>Dealers that were dealt with.</summary>
    public int Looked => Total - Waiting;
}
