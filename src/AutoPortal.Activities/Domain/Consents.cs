namespace AutoPortal.Activities.Domain;

/// <summary>Consents that the sign-up form asks for, each on its own and none ticked beforehand (domain language §16).</summary>
/// <remarks>A changed text gets a new version and new resource keys; old versions stay, because stored consents point to them.</remarks>
internal sealed record ConsentText(string Purpose, string Version, bool IsNeeded)
{
    /// <summary>Resource key of the words; placeholder 0 is the operator's name.</summary>
    public string TextKey => $"consent.{Purpose}.{Version}";

    /// <summary>Name of the tick on the form.</summary>
    public string Field => $"consent_{Purpose}";

    /// <summary>In the order of the form. Only what the sign-up itself needs may block it (PIPL article 16).</summary>
    public static IReadOnlyList<ConsentText> Asked { get; } =
    [
        new(ConsentPurposes.Service, "v1", IsNeeded: true),
        new(ConsentPurposes.LeadContact, "v1", IsNeeded: false),
        new(ConsentPurposes.MarketingSms, "v1", IsNeeded: false),
    ];
}

/// <summary>Stored words of the purposes asked for here.</summary>
internal static class ConsentPurposes
{
    public const string Service = "service";
    public const string LeadContact = "lead_contact";
    public const string MarketingSms = "marketing_sms";
}
