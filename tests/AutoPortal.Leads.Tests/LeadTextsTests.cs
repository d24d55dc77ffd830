using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests;

public sealed partial class LeadTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(LeadTexts));

    [Fact]
    public void Every_text_stands_in_both_languages_with_the_same_places()
    {
        var chinese = Keys(CultureInfo.InvariantCulture);
        var english = Keys(CultureInfo.GetCultureInfo("en"));

        english.Keys.ShouldBe(chinese.Keys, ignoreOrder: true);
        chinese.Where(t => !Places(t.Value).SetEquals(Places(english[t.Key])) && !Says(english[t.Key], chinese[t.Key])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_stored_word_that_a_screen_shows_has_a_name()
    {
        var keys = Keys(CultureInfo.InvariantCulture).Keys.ToHashSet();
        IEnumerable<string> needed =
        [
            .. Words<LeadState>("state"), .. Words<LeadTrigger>("trigger"), .. Words<HeatBand>("heat"), .. Words<AllocationRule>("rule"),
            .. Words<ContactChannel>("channel"), .. Words<ContactResult>("result"), .. Words<ContactResult>("outcome").Except(["outcome.invited"]), .. Words<StepResult>("step"),
            .. new[] { LeadCleaning.NeedsReview, LeadCleaning.NoSeries, LeadCleaning.RiskPhone }.SelectMany(f => new[] { $"flag.{f}", $"import.issue.{f}" }),
            .. Words<DuplicateKind>("cleaning_reason"),
            .. Enum.GetNames<LeadLevel>().Select(l => $"level.{l}"),
            .. Enum.GetValues<PurchaseWindow>().Select(w => $"window.{w.Word()}"),
            .. SourceTree.Sources.SelectMany(s => (s.Children ?? []).Select(c => $"source.{s.Code}.{c.Code}").Append($"source.{s.Code}")),
            .. LostReasons.All.SelectMany(r => r.Children!.Select(c => $"lost.{r.Code}.{c.Code}").Append($"lost.{r.Code}")),
        ];

        needed.Where(k => !keys.Contains(k)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    // A language may leave a value out, never ask for one that the other does not get.
    private static bool Says(string one, string other) => Places(one).IsSubsetOf(Places(other)) || Places(other).IsSubsetOf(Places(one));

    private static IEnumerable<string> Words<T>(string kind) where T : struct, Enum => Enum.GetValues<T>().Select(v => $"{kind}.{StoredWord<T>.Of(v)}");

    private static Dictionary<string, string> Keys(CultureInfo culture)
        => Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
