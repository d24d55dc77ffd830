using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Tests;

public sealed partial class TextsTests
{
    private static readonly ResourceManager Texts = new(typeof(PlatformTexts));

    [Fact]
    public void Every_word_stands_in_both_languages_with_the_same_placeholders()
    {
        var chinese = Words("");
        var english = Words("en");

        english.Keys.ShouldBe(chinese.Keys, ignoreOrder: true);
        foreach (var (key, words) in chinese)
        {
            Places(english[key]).ShouldBe(Places(words), key);
        }
    }

    [Fact]
    public void Refusals_roles_and_permissions_have_words()
    {
        var keys = Words("").Keys;
        var refusals = typeof(PlatformRefusals).GetFields().Select(f => f.GetValue(null)).OfType<Kernel.Outcomes.Refusal>().Select(r => r.Code);

        refusals.ShouldBeSubsetOf(keys);
        RoleGrants.ByTemplate.Keys.Select(r => "role." + r).ShouldBeSubsetOf(keys);
        PlatformPermissions.All.Select(p => "permission." + p).ShouldBeSubsetOf(keys);
        DealerKind.All.Select(k => "dealer_kind." + k).ShouldBeSubsetOf(keys);
    }

    private static Dictionary<string, string> Words(string culture)
        => Texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string words) => Placeholder().Matches(words).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
