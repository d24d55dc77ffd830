using System.Text.RegularExpressions;

namespace AutoPortal.Leads.Domain;

/// <summary>Budgets as files write them, in ten thousands of yuan: <c>15-20</c>, <c>15~20万</c>, <c>30万以上</c>.</summary>
internal static partial class Budgets
{
    public static bool IsKnown(string written) => Range().IsMatch(written.Trim());

    [GeneratedRegex("^[0-9]{1,4}(\\.[0-9]{1,2})?(万元?)?([-~～—至到][0-9]{1,4}(\\.[0-9]{1,2})?)?(万元?)?(以上|以下|以内|左右)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
