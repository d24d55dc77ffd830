using AutoPortal.Activities.Contracts;

namespace AutoPortal.Activities.Domain;

/// <summary>Whom an activity is for; stored as JSON.</summary>
/// <param name="Owners">One of <see cref="AudienceWords.Owners"/>.</param>
/// <param name="Known">One of <see cref="AudienceWords.Known"/>.</param>
/// <param name="Cities">Where the person lives, short forms; empty for anywhere.</param>
internal sealed record Audience(string Owners, string Known, string[] Cities)
{
    public static Audience Everyone { get; } = new(AudienceWords.Any, AudienceWords.Any, []);

    /// <summary>Whether there is nothing to ask about a person.</summary>
    public bool IsEveryone => Owners == AudienceWords.Any && Known == AudienceWords.Any && Cities.Length == 0;

    /// <summary>Whether the activity is for this person.</summary>
    /// <param name="person">Null for somebody the house does not know.</param>
    /// <param name="city">Where the person says to be; null where nobody asked, which shuts nobody out yet.</param>
    public bool Admits(PersonFacts? person, string? city)
        => IsOwnersWish(person is { IsOwner: true }) && IsKnownsWish(person is not null) && (Cities.Length == 0 || city is null || Cities.Contains(city, StringComparer.Ordinal));

    public bool Equals(Audience? other)
        => other is not null && Owners == other.Owners && Known == other.Known && Cities.SequenceEqual(other.Cities, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Owners, Known, Cities.Length);

    private bool IsOwnersWish(bool isOwner) => Owners == AudienceWords.Any || isOwner == (Owners == AudienceWords.Owner);

    private bool IsKnownsWish(bool isKnown) => Known == AudienceWords.Any || isKnown == (Known == AudienceWords.KnownPerson);
}

/// <summary>Stored words of an audience's conditions.</summary>
internal static class AudienceWords
{
    public const string Any = "any";
    public const string Owner = "owner";
    public const string NonOwner = "non_owner";
    public const string KnownPerson = "known";
    public const string NewPerson = "new";

    public static IReadOnlyList<string> Owners { get; } = [Any, Owner, NonOwner];

    public static IReadOnlyList<string> Known { get; } = [Any, NewPerson, KnownPerson];
}
