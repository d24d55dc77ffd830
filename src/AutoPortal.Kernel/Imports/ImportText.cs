using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AutoPortal.Kernel.Imports;

/// <summary>Brings what people type into cells to one form.</summary>
public static partial class ImportText
{
    private static readonly string[] Yes = ["是", "yes", "y", "true", "1", "有", "√", "✓"];
    private static readonly string[] No = ["否", "no", "n", "false", "0", "无", "×"];

    private static readonly string[] Moments =
    [
        "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d", "yyyy/M/d H:m:s", "yyyy/M/d H:m", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd",
        "yyyy年M月d日", "yyyy年M月d日 H:m", "yyyy年M月d日H时m分", "yyyy-M-d'T'H:m:s", "M/d/yyyy", "M/d/yyyy H:m:s",
    ];

    /// <summary>Full-width signs become half-width, white space single, the ends bare.</summary>
    public static string Normalise(string? text)
        => string.IsNullOrWhiteSpace(text) ? "" : Spaces().Replace(text.Normalize(NormalizationForm.FormKC), " ").Trim();

    /// <summary>Whether a cell hides what it is about, as 138****1234 and 王** do: it says nothing.</summary>
    public static bool IsMasked(string text) => text.Contains("**", StringComparison.Ordinal);

    /// <summary>Reads 是, 否 and their like.</summary>
    /// <returns>Null where it is neither.</returns>
    public static bool? Flag(string text)
        => Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
            : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false
            : null;

    /// <summary>Reads a whole number, with or without thousands separators.</summary>
    public static int? Number(string text)
        => int.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads a moment in the styles that files have; Shanghai time where none is said.</summary>
    public static DateTimeOffset? Moment(string text)
        => DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var at)
            ? new DateTimeOffset(at, TimeSpan.FromHours(8)).ToUniversalTime()
            : DateTimeOffset.TryParseExact(text, ["O", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact.ToUniversalTime()
            : null;

    /// <summary>Reads a day.</summary>
    public static DateOnly? Day(string text) => Moment(text) is { } at ? DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime) : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
