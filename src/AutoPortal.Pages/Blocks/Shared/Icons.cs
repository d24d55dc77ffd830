using System.Collections.Frozen;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>The few line icons of consumer pages, 24 × 24; the staff portal's icon font would weigh more than the whole page.</summary>
internal static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["calendar"] = "M7 3v3M17 3v3M4 9h16M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM8 13h3M8 16.5h6",
        ["pin"] = "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z",
        ["gift"] = "M4 11h16v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM3 7.5h18V11H3zM12 7.5V21M12 7.5S10.8 3 8.3 3a2.2 2.2 0 0 0-.3 4.5zM12 7.5S13.2 3 15.7 3a2.2 2.2 0 0 1 .3 4.5z",
        ["car"] = "M5 12l1.7-4.6A2.2 2.2 0 0 1 8.8 6h6.4a2.2 2.2 0 0 1 2.1 1.4L19 12M4 17v2.5M20 17v2.5M5 12h14a2 2 0 0 1 2 2v3H3v-3a2 2 0 0 1 2-2zM6.8 14.5h.4M16.8 14.5h.4",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2",
        ["phone"] = "M6.5 3.5h2.7l1.6 4.2-2 1.6a12 12 0 0 0 5.9 5.9l1.6-2 4.2 1.6v2.7a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z",
        ["shield"] = "M12 3l7.5 2.7v5.6c0 4.6-3.1 8-7.5 9.7-4.4-1.7-7.5-5.1-7.5-9.7V5.7zM8.8 12l2.3 2.3 4.3-4.6",
        ["check"] = "M4.5 12.5l5 5 10-11",
        ["chevron"] = "M6 9l6 6 6-6",
        ["arrow"] = "M5 12h14M13 6l6 6-6 6",
        ["ticket"] = "M4 7h16v3.5a1.7 1.7 0 0 0 0 3.4V17H4v-3.1a1.7 1.7 0 0 0 0-3.4zM14 7v1.5M14 11.3v1.5M14 15.6V17",
        ["bolt"] = "M13 3L5 13.5h5.5L10 21l8.5-11H13z",
        ["info"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.7v.1",
        ["warning"] = "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17.2v.1",
        ["people"] = "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.6 2.6-6 6-6s6 2.4 6 6M15.5 4.8a3.3 3.3 0 0 1 0 6.4M17 14.3c2.4.6 4 2.7 4 5.7",
        ["star"] = "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Paths.Keys.Order(StringComparer.Ordinal);

    public static string? PathOf(string? name) => name is null ? null : Paths.GetValueOrDefault(name);
}
