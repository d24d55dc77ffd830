using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Templates;

namespace AutoPortal.Pages.Tests.Templates;

public sealed class TemplateCatalogTests
{
    public static TheoryData<string> Codes => [.. TemplateCatalog.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_template_fills_into_a_document_without_a_placeholder_left(string code)
    {
        var filled = TemplateCatalog.Fill(code, new Dictionary<string, LocalText>())!;

        PageDocument.Parse(filled).ToJson().ShouldNotContain("{{");
    }

    [Fact]
    public void A_fact_without_words_is_left_out_and_the_block_around_it_stays()
    {
        var filled = TemplateCatalog.Fill(PageTemplates.GroupPurchase, new Dictionary<string, LocalText> { ["gift"] = "", ["rules"] = "", ["tier_3"] = "", ["drop_3"] = "" })!;

        var blocks = PageDocument.Parse(filled).Blocks;
        blocks[0].Settings["facts"].GetArrayLength().ShouldBe(2);
        blocks.Single(b => b.Id == "tiers").Settings["steps"].GetArrayLength().ShouldBe(2);
        blocks.ShouldContain(b => b.Kind == "rules");
    }

    [Fact]
    public void Words_go_to_their_language_and_cannot_break_out_of_the_document()
    {
        var filled = TemplateCatalog.Fill(PageTemplates.TestDrive, new Dictionary<string, LocalText> { ["title"] = new("秋天\"},{\"kind\":\"x", "Autumn") })!;

        var hero = PageDocument.Parse(filled).Blocks[0];
        hero.Settings["title"].GetProperty("zh").GetString().ShouldBe("秋天\"},{\"kind\":\"x");
        hero.Settings["title"].GetProperty("en").GetString().ShouldBe("Autumn");
    }
}
