namespace AutoPortal.Activities.Domain;

/// <summary>What an activity is made from, and what it is changed to.</summary>
internal sealed record ActivityPlan
{
    public string Type { get; init; } = ActivityTypes.TestDriveEvent;
    public required string Slug { get; init; }
    public required Guid BrandId { get; init; }
    public required string TitleZh { get; init; }
    public string TitleEn { get; init; } = "";
    public string VenueZh { get; init; } = "";
    public string VenueEn { get; init; } = "";
    public string Scope { get; init; } = ActivityScopes.National;
    public string[] Cities { get; init; } = [];
    public Guid[] DealerIds { get; init; } = [];
    public string[] SeriesCodes { get; init; } = [];
    public required DateTimeOffset SignUpFrom { get; init; }
    public required DateTimeOffset SignUpUntil { get; init; }
    public required DateTimeOffset RunsFrom { get; init; }
    public required DateTimeOffset RunsUntil { get; init; }
    public DateTimeOffset? RedeemsFrom { get; init; }
    public DateTimeOffset? RedeemsUntil { get; init; }
    public required int Quota { get; init; }
    public int OversellPercent { get; init; }
    public bool HasWaitingList { get; init; }
    public int OfferHours { get; init; } = 24;
    public bool ConfirmsByHand { get; init; }
    public int? MostOfKind { get; init; }
    public Audience Audience { get; init; } = Audience.Everyone;
    public string[] Fields { get; init; } = FormFields.All;
    public ActivityWording Wording { get; init; } = ActivityWording.None;

    /// <summary>What the kind has of its own, as it is stored; empty takes the kind's defaults.</summary>
    public string Settings { get; init; } = "{}";
}

/// <summary>Stored words of activity types (domain language §6.2).</summary>
internal static class ActivityTypes
{
    public const string TestDriveEvent = "test_drive_event";
    public const string GroupPurchase = "group_purchase";
    public const string ShowroomEvent = "showroom_event";
    public const string Survey = "survey";
    public const string SignUpGift = "sign_up_gift";
}

/// <summary>Stored words of how far an activity reaches (domain language §6.1).</summary>
internal static class ActivityScopes
{
    public const string National = "national";
    public const string City = "city";
    public const string Dealers = "dealers";
    public const string DealerOwn = "dealer_own";

    public static IReadOnlyList<string> All { get; } = [National, City, Dealers, DealerOwn];
}

/// <summary>Stored words of the fields that a form may ask for besides name, phone and code.</summary>
internal static class FormFields
{
    public const string City = "city";
    public const string Dealer = "dealer";
    public const string District = "district";
    public const string Series = "series";
    public const string Window = "window";

    public static string[] All { get; } = [City, Dealer, District, Series, Window];
}
