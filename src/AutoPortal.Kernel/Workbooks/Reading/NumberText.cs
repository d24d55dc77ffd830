using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Numbers as people write them: digits without exponent, and without the noise of binary fractions.</summary>
internal static class NumberText
{
    // What Excel itself shows and keeps of a number.
    private const int SignificantDigits = 15;
    private const int MaxExponent = 400;

    /// <returns>The digits; null where the text is no number.</returns>
    public static string? Plain(ReadOnlySpan<char> written)
    {
        written = written.Trim();
        if (IsPlain(written))
        {
            return written.ToString();
        }

        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return null;
        }

        var mark = written.IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? written : written[..mark];
        var exponent = 0;
        var isShort = mark < 0 || int.TryParse(written[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
        return !isShort || exponent is < -MaxExponent or > MaxExponent ? "0" : Shift(mantissa, exponent);
    }

    private static bool IsPlain(ReadOnlySpan<char> written)
    {
        var digits = written.StartsWith("-") ? written[1..] : written;
        var point = digits.IndexOf('.');
        return digits.Length > 0 && point != 0 && point != digits.Length - 1 && (point < 0 || digits.Length <= SignificantDigits + 1)
            && digits.IndexOfAnyExcept("0123456789.") < 0 && digits[(point + 1)..].IndexOf('.') < 0;
    }

    private static string Shift(ReadOnlySpan<char> mantissa, int exponent)
    {
        var isNegative = mantissa.StartsWith("-");
        var unsigned = mantissa.TrimStart("+-");
        var point = unsigned.IndexOf('.');
        var digits = point < 0 ? unsigned.ToString() : string.Concat(unsigned[..point], unsigned[(point + 1)..]);
        var whole = (point < 0 ? digits.Length : point) + exponent;
        var zeros = digits.Length - digits.TrimStart('0').Length;
        (digits, whole) = (digits[zeros..], whole - zeros);
        if (digits.Length > SignificantDigits && whole < digits.Length)
        {
            (digits, whole) = Round(digits, whole);
        }

        var left = whole <= 0 ? "0" : digits.Length >= whole ? digits[..whole] : digits.PadRight(whole, '0');
        var right = (whole <= 0 ? new string('0', -whole) + digits : digits.Length > whole ? digits[whole..] : "").TrimEnd('0');
        var text = right.Length == 0 ? left : $"{left}.{right}";
        return isNegative && text != "0" ? "-" + text : text;
    }

    private static (string Digits, int Whole) Round(string digits, int whole)
    {
        var kept = long.Parse(digits.AsSpan(0, SignificantDigits), CultureInfo.InvariantCulture) + (digits[SignificantDigits] >= '5' ? 1 : 0);
        var rounded = kept.ToString(CultureInfo.InvariantCulture);
        return (rounded, whole + rounded.Length - SignificantDigits);
    }
}
