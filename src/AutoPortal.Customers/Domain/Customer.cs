using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>One person inside one tenant: the One-ID. Rows are written in sets by <c>RecordSignUp</c>.</summary>
internal sealed class Customer : TenantEntity
{
    [Personal]
    public string NameSealed { get; private set; } = "";

    public string NameMask { get; private set; } = "";

    [Personal]
    public string PhoneSealed { get; private set; } = "";

    public string PhoneTail { get; private set; } = "";

    public string PhoneMask { get; private set; } = "";

    /// <summary>Stored word of domain language §3.</summary>
    public string Stage { get; private set; } = LifecycleStages.Aware;

    public string City { get; private set; } = "";

    public DateTimeOffset FirstSeenAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }
}

/// <summary>Stages of domain language §3, in their order.</summary>
internal static class LifecycleStages
{
    public const string Aware = "aware";
    public const string Intent = "intent";

    public static IReadOnlyList<string> All { get; } =
        [Aware, "know", Intent, "test_drive", "decide", "deposit", "await_delivery", "delivered", "owner", "maintain", "koc", "rebuy"];

    /// <summary>Stages of people to whom a car was delivered.</summary>
    public static string[] OfOwners { get; } = ["delivered", "owner", "maintain", "koc", "rebuy"];

    /// <summary>Stages from which leaving a contact leads on to <see cref="Intent"/>; whoever is further keeps the stage.</summary>
    public static string[] BeforeIntent { get; } = [Aware, "know"];
}
