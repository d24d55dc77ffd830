using System.Collections.Frozen;

namespace AutoPortal.Ui.Icons;

/// <summary>The icon set: outlines on a 24 px square, drawn with a 1.75 px round stroke and no fill.</summary>
public static class IconPaths
{
    private const string Circle = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z";

    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["home"] = "M4 11.2 12 4l8 7.2V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z",
        ["activity"] = "M4 10v4a1 1 0 0 0 1 1h2.5L15 19V5L7.5 9H5a1 1 0 0 0-1 1zM18 9.5a3.6 3.6 0 0 1 0 5M8.5 15v4.5",
        ["leads"] = Circle + "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 12h.01",
        ["customers"] = "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8.5 11.5a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8zM5.8 15.8a2.8 2.8 0 0 1 5.4 0M14.5 9.5H18M14.5 13.5H18",
        ["pages"] = "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 9h16M9.5 9v11",
        ["channels"] = "M18 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8.2 10.8l7.6-4.1M8.2 13.2l7.6 4.1",
        ["org"] = "M9.5 3.5h5v4h-5zM3.5 16.5h5v4h-5zM15.5 16.5h5v4h-5zM12 7.5V12M6 16.5V12h12v4.5",
        ["audit"] = "M18.5 11V8L14 3.5H7a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h4M14 3.5V8h4.5M9.5 12H12M9.5 8.5h1.5M16.5 19.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18.7 18.7 21 21",
        ["settings"] = "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
        ["bell"] = "M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10zM10 20a2.2 2.2 0 0 0 4 0",
        ["search"] = "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4",
        ["moon"] = "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
        ["sun"] = "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
        ["screen"] = "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9 20.5h6M12 17v3.5",
        ["globe"] = Circle + "M3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3z",
        ["chevron-down"] = "M6 9.5l6 6 6-6",
        ["chevron-up"] = "M6 14.5l6-6 6 6",
        ["chevron-left"] = "M14.5 6l-6 6 6 6",
        ["chevron-right"] = "M9.5 6l6 6-6 6",
        ["sort"] = "M8 5v14M8 19l-3-3M8 19l3-3M16 19V5M16 5l-3 3M16 5l3 3",
        ["arrow-up"] = "M12 19V5M6.5 10.5 12 5l5.5 5.5",
        ["arrow-down"] = "M12 5v14M6.5 13.5 12 19l5.5-5.5",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["check"] = "M5 12.5l4.5 4.5L19 7.5",
        ["check-circle"] = Circle + "M8 12.3l2.8 2.8L16 9.5",
        ["warning"] = "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01",
        ["error"] = "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 8v4.5M12 16h.01",
        ["info"] = Circle + "M12 11v5M12 8h.01",
        ["phone"] = "M6.5 3.5h3L11 8 9 9.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4.5 5.5a2 2 0 0 1 2-2z",
        ["calendar"] = "M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8.5 3.5v4M15.5 3.5v4",
        ["clock"] = Circle + "M12 7v5l3.5 2",
        ["filter"] = "M4 6h16M7 12h10M10 18h4",
        ["columns"] = "M5 4.5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9.3 4.5v15M14.7 4.5v15",
        ["download"] = "M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15",
        ["upload"] = "M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15",
        ["plus"] = "M12 5v14M5 12h14",
        ["minus"] = "M5 12h14",
        ["more"] = "M5.5 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM18.5 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2z",
        ["user"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
        ["users"] = "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.8 19.5a6.2 6.2 0 0 1 12.4 0M16 4.9a3.3 3.3 0 0 1 0 6.2M18 14.2a6 6 0 0 1 3.2 5.3",
        ["logout"] = "M10 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h4M15.5 8l4 4-4 4M19.5 12H10",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["panel"] = "M5 4.5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9.5 4.5v15",
        ["help"] = Circle + "M9.4 9.4a2.7 2.7 0 1 1 4.1 2.4c-.9.5-1.5 1-1.5 2M12 16.8h.01",
        ["refresh"] = "M20 4.5v5h-5M4 19.5v-5h5M19.6 9.5A8 8 0 0 0 5.2 8M4.4 14.5A8 8 0 0 0 18.8 16",
        ["undo"] = "M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11H9",
        ["inbox"] = "M4 13.5 6.5 5h11L20 13.5V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20",
        ["mail"] = "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.5 6.5 12 13l8.5-6.5",
        ["dead-letter"] = "M13 19H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v7M3.5 6.5 12 13l8.5-6.5M16.5 16.5 21 21M21 16.5 16.5 21",
        ["message"] = "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-4.5 3.5V17H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM7.5 9.5h9M7.5 12.8h5",
        ["shield"] = "M12 3.5 5 6v5.5c0 4.3 2.9 7.6 7 9 4.1-1.4 7-4.7 7-9V6zM9 12l2.2 2.2 4-4.2",
        ["lock"] = "M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2",
        ["key"] = "M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 12H21M17.5 12v3.5M21 12v2.5",
        ["car"] = "M3.5 16.5v-3.8L6 7.2A2 2 0 0 1 7.8 6h8.4A2 2 0 0 1 18 7.2l2.5 5.5v3.8zM3.7 12.2h16.6M5 16.5V19h2.5v-2.5M16.5 16.5V19H19v-2.5M7 14.4h.01M17 14.4h.01",
        ["store"] = "M4.5 11.5V19a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-7.5M3 9l2-5h14l2 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM9.5 20v-5h5v5",
        ["location"] = "M12 21s7-6 7-11.2a7 7 0 0 0-14 0C5 15 12 21 12 21zM12 12.3a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z",
        ["edit"] = "M4.5 19.5h4l10-10-4-4-10 10zM12.5 7.5l4 4",
        ["trash"] = "M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5 7.3 20h9.4l.8-13.5M10 10.5v5.5M14 10.5v5.5",
        ["copy"] = "M9 8.5h10a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1zM16 8.5V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v9.5a1 1 0 0 0 1 1h3",
        ["link"] = "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
        ["external"] = "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5",
        ["eye"] = "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
        ["play"] = "M7 4.5v15l12-7.5z",
        ["pause"] = "M8 5v14M16 5v14",
        ["chart"] = "M4 4v15a1 1 0 0 0 1 1h15M8.5 16v-4M13 16V8M17.5 16v-6",
        ["tag"] = "M4 5v6.5l8.5 8.5 7.5-7.5L11.5 4H5a1 1 0 0 0-1 1zM8.2 8.2h.01",
        ["flag"] = "M6 21V4M6 4.5h11l-2.5 4 2.5 4H6",
        ["code"] = "M8.5 7 3.5 12l5 5M15.5 7l5 5-5 5",
        ["box"] = "M12 3.5 20 8v8l-8 4.5L4 16V8zM4 8l8 4.5L20 8M12 12.5v8",
    }.ToFrozenDictionary();

    /// <summary>All names, for the gallery.</summary>
    public static IEnumerable<string> Names => Paths.Keys.Order(StringComparer.Ordinal);

    /// <summary>The outline of an icon.</summary>
    /// <exception cref="ArgumentException">No icon has that name.</exception>
    public static string Of(string name)
        => Paths.TryGetValue(name, out var path) ? path : throw new ArgumentException($"There is no icon '{name}'.", nameof(name));
}
