using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace AutoPortal.Kernel.Security;

/// <summary>Mainland mobile numbers: eleven ASCII digits, the form in which they are hashed, sealed and compared.</summary>
public static class PhoneNumber
{
    // Longer input is no number however it is written; it must not cost us a copy of its length.
    private const int LongestWrittenForm = 64;

    /// <summary>Brings a written number to eleven digits.</summary>
    /// <param name="written">As a person or file wrote it: full-width, with spaces, hyphens, +86 or 0086.</param>
    /// <param name="phone">Eleven digits where the answer is true.</param>
    /// <returns>False where it is no mainland mobile number (domain language §4.4, rule 2).</returns>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? phone)
    {
        phone = null;
        if (written is null or { Length: > LongestWrittenForm })
        {
            return false;
        }

        var digits = StripCountry(HalfWidth(written));
        if (digits is not ['1', >= '3' and <= '9', ..] || digits.Length != 11 || digits.Any(c => !char.IsAsciiDigit(c)))
        {
            return false;
        }

        phone = digits;
        return true;
    }

    private static string HalfWidth(string written)
    {
        var kept = new StringBuilder(written.Length);
        foreach (var c in written)
        {
            var half = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (!char.IsWhiteSpace(half) && !IsHyphen(half) && !IsInvisible(half))
            {
                kept.Append(half);
            }
        }

        return kept.ToString();
    }

    // The ASCII hyphen, the family of Unicode hyphens and dashes, and the minus sign: phones and spreadsheets put in any of them.
    private static bool IsHyphen(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';

    // Numbers copied out of a phone's address book come wrapped in marks of writing direction.
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string StripCountry(string digits)
        => digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..]
            : digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..]
            : digits;
}
