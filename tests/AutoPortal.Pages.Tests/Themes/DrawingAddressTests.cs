using System.Xml.Linq;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Drawings;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Tests.Themes;

public sealed class DrawingAddressTests
{
    public static TheoryData<string> Codes => [.. DrawingCatalog.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_drawing_is_a_file_in_the_colours_of_its_address(string code)
    {
        var theme = ThemeTokens.Of(new PageTheme("#0b7a53", 8, "autumn"))!;
        var file = DrawingCatalog.Find(code)!;

        var read = DrawingAddress.Read(Name(DrawingAddress.Of("chenxing", code, file, "jade", theme)))!.Value;

        read.IsCurrent.ShouldBeTrue();
        var style = XDocument.Parse(read.Svg).Root!.Elements().First().Value;
        style.ShouldContain(theme.ToVariables());
        style.ShouldEndWith(":root{--paint:#2f8f7c}");
        (file.Width, file.Height).ShouldNotBe((0, 0));
    }

    [Fact]
    public void An_address_from_before_a_drawing_was_changed_still_shows_it_but_is_not_kept()
    {
        DrawingAddress.Read("suv-brand-00000000-1f5eff-12-day-1")!.Value.IsCurrent.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("suv")]
    [InlineData("suv-brand-00000000")]
    [InlineData("suv-chrome-00000000-1f5eff-12-day-1")]
    [InlineData("tank-brand-00000000-1f5eff-12-day-1")]
    [InlineData("suv-brand-00000000-</style>-12-day-1")]
    public void A_name_that_nobody_could_have_made_is_no_drawing(string name)
    {
        DrawingAddress.Read(name).ShouldBeNull();
    }

    private static string Name(string address) => address["/chenxing/drawing-".Length..^".svg".Length];
}
