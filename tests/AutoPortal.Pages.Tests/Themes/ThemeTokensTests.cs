using System.Globalization;
using System.Text.RegularExpressions;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Tests.Themes;

public sealed partial class ThemeTokensTests
{
    public static TheoryData<string> Brands => [.. Enumerable.Range(0, 216).Select(i => $"#{i / 36 * 51:x2}{i / 6 % 6 * 51:x2}{i % 6 * 51:x2}")];

    [Theory]
    [MemberData(nameof(Brands))]
    public void Words_stay_readable_whatever_colour_a_brand_has(string brand)
    {
        foreach (var skin in new[] { "day", "autumn", "festival", "night" })
        {
            var css = ThemeTokens.Of(new PageTheme(brand, 12, skin))!.ToCss();

            foreach (var colors in css.Split("@media"))
            {
                Contrast(colors, "brand", "brand-ink").ShouldBeGreaterThanOrEqualTo(4.45, $"button of {brand} in {skin}");
                Contrast(colors, "brand-soft", "brand-deep").ShouldBeGreaterThanOrEqualTo(4.45, $"tint of {brand} in {skin}");
                Contrast(colors, "sky-a", "sky-ink").ShouldBeGreaterThanOrEqualTo(4.45, $"sky of {brand} in {skin}");
            }
        }
    }

    [Fact]
    public void The_code_in_the_file_name_tells_the_whole_theme()
    {
        var tokens = ThemeTokens.Of(new PageTheme("#E5604C", 8, "autumn"))!;

        ThemeTokens.OfCode(tokens.Code)!.ToCss().ShouldBe(tokens.ToCss());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1f5eff-12-day")]
    [InlineData("1f5eff-12-day-0")]
    [InlineData("1F5EFF-12-day-1")]
    [InlineData("1f5eff-012-day-1")]
    [InlineData("1f5eff-99-day-1")]
    [InlineData("zzzzzz-12-day-1")]
    [InlineData("1f5eff-12-}body{display:none-1")]
    public void A_name_that_nobody_could_have_made_is_no_theme(string code)
    {
        ThemeTokens.OfCode(code).ShouldBeNull();
    }

    [Theory]
    [InlineData("red", 12, "day")]
    [InlineData("#12345", 12, "day")]
    [InlineData("#1234567", 12, "day")]
    [InlineData("#1f5eff;}", 12, "day")]
    [InlineData("#1f5eff", 25, "day")]
    [InlineData("#1f5eff", -1, "day")]
    [InlineData("#1f5eff", 12, "disco")]
    public void A_theme_out_of_its_range_is_refused(string brand, int radius, string skin)
    {
        ThemeTokens.IsValid(new PageTheme(brand, radius, skin)).ShouldBeFalse();
    }

    private static double Contrast(string css, string ground, string ink) => Color(css, ground).ContrastWith(Color(css, ink));

    private static ThemeColor Color(string css, string name)
    {
        var hex = Variable().Matches(css).First(m => m.Groups["name"].Value == name).Groups["hex"].Value;
        ThemeColor.TryParse(hex, out var color).ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"{name}: {hex}"));
        return color;
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+):(?<hex>#[0-9a-f]{6});", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
