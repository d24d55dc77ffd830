using System.Text.RegularExpressions;

namespace AutoPortal.Platform.Domain;

/// <summary>Names and codes as people and files write them.</summary>
internal static partial class WrittenName
{
    /// <summary>Without spaces around and doubled inside.</summary>
    public static string Tidy(string? written) => Spaces().Replace(written ?? "", " ").Trim();

    /// <summary>Letters, digits and hyphens, 1 to 20: what stands in files and addresses.</summary>
    public static bool IsCode(string code) => Code().IsMatch(code);

    /// <summary>A line people call a shop at: landline, mobile or 400 number.</summary>
    public static bool IsHotline(string number) => Hotline().IsMatch(number) && number.Count(char.IsAsciiDigit) is >= 7 and <= 15;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[+0-9][0-9 -]{5,19}$", RegexOptions.None, 1000)]
    private static partial Regex Hotline();
}
