using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AutoPortal.Architecture.Tests;

public sealed partial class TextTests
{
    public static TheoryData<string> ChineseTexts
        => [.. Repository.SourceFiles("*.resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory, MemberData(nameof(ChineseTexts))]
    public void Every_text_stands_in_Chinese_and_in_English_with_the_same_placeholders(string chineseFile)
    {
        var chinese = Read(chineseFile);
        var english = Read(chineseFile.Replace(".resx", ".en.resx", StringComparison.Ordinal));

        english.Keys.Order(StringComparer.Ordinal).ShouldBe(chinese.Keys.Order(StringComparer.Ordinal));
        chinese.Where(t => Placeholders(t.Value) != Placeholders(english[t.Key])).Select(t => t.Key).ShouldBeEmpty();
    }

    // Units are a list that the page's script splits at its commas.
    [Theory, MemberData(nameof(ChineseTexts))]
    public void Chinese_sentences_carry_Chinese_punctuation(string chineseFile)
        => Read(chineseFile).Where(t => !t.Key.EndsWith(".units", StringComparison.Ordinal) && HalfWidth().IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}").ShouldBeEmpty();

    // Words that are no resources: what templates, defaults and the demonstration say.
    [Fact]
    public void Chinese_words_in_sources_carry_Chinese_punctuation()
        => Repository.SourceFiles("*.cs").Concat(Repository.SourceFiles("*.json"))
            .SelectMany(f => File.ReadLines(f).Where(line => HalfWidthBetween().IsMatch(line)).Select(line => $"{Path.GetRelativePath(Repository.Root, f)}: {line.Trim()}"))
            .ShouldBeEmpty();

    [GeneratedRegex("[\\u4e00-\\u9fff}][,;:!?][\\u4e00-\\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex HalfWidthBetween();

    [GeneratedRegex("[\\u4e00-\\u9fff」』”）}][,;:!?](?!\\d)|[,;:!?][\\u4e00-\\u9fff「『“]", RegexOptions.None, 1000)]
    private static partial Regex HalfWidth();

    private static Dictionary<string, string> Read(string file)
        => XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "", StringComparer.Ordinal);

    private static string Placeholders(string text)
        => string.Concat(Regex.Matches(text, @"\{(?<n>\d)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["n"].Value).Distinct().Order());
}
