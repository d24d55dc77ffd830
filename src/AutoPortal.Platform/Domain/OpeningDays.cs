namespace AutoPortal.Platform.Domain;

/// <summary>Days of the week, stored as digits from 1 (Monday) to 7 (Sunday), such as <c>123456</c>.</summary>
internal static class OpeningDays
{
    public const string All = "1234567";

    /// <summary>The digits in order and once each, or null where none or another sign is among them.</summary>
    public static string? Read(string written)
    {
        var days = string.Concat(written.Distinct().Order());
        return days.Length > 0 && days.All(d => All.Contains(d, StringComparison.Ordinal)) ? days : null;
    }
}
