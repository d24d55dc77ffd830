using System.Net;
using System.Text.RegularExpressions;

namespace AutoPortal.Bench.Portal;

/// <summary>The sign-up form as it stands on the page.</summary>
/// <param name="Stamp">Proof that the form was drawn by us.</param>
/// <param name="Dealers">Dealers to choose from.</param>
/// <param name="Consents">Names of the ticks.</param>
internal sealed partial record SignUpForm(string Stamp, IReadOnlyList<string> Dealers, IReadOnlyList<string> Consents)
{
    public static SignUpForm Of(string page)
    {
        var stamp = StampField().Match(page);
        return stamp.Success
            ? new(
                WebUtility.HtmlDecode(stamp.Groups["value"].Value),
                [.. Option().Matches(DealerSelect().Match(page).Value).Select(m => m.Groups["value"].Value)],
                [.. ConsentField().Matches(page).Select(m => m.Groups["name"].Value)])
            : throw new BenchException("The page shows no sign-up form.");
    }

    public IReadOnlyList<KeyValuePair<string, string>> Filled(string name, string phone, string code, string dealer) =>
    [
        new("stamp", Stamp),
        new("name", name),
        new("phone", phone),
        new("code", code),
        new("dealer", dealer),
        new("window", "7d"),
        .. Consents.Select(consent => KeyValuePair.Create(consent, "yes")),
    ];

    [GeneratedRegex("name=\"stamp\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StampField();

    [GeneratedRegex("<select[^>]* name=\"dealer\".*?</select>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex DealerSelect();

    [GeneratedRegex("<option value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("name=\"(?<name>consent_[a-z_]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConsentField();
}
