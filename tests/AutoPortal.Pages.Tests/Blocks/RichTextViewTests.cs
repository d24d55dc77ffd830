using System.Text.Json;
using AutoPortal.Pages.Blocks.RichText;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class RichTextViewTests : BlockStage
{
    [Fact]
    public void Lines_of_a_plain_string_are_paragraphs()
    {
        var text = Draw(new RichTextBlock { Body = RichText.OfLines("第一段\n\n第二段 <b>不是粗体</b>") });

        text.FindAll(".pg-text p").Select(p => p.TextContent.Trim()).ShouldBe(["第一段", "第二段 <b>不是粗体</b>"]);
        text.FindAll("b").ShouldBeEmpty();
    }

    [Fact]
    public void A_stored_tree_becomes_headings_lists_links_and_colours()
    {
        var stored = JsonSerializer.Deserialize<PageNode>("""
            { "kind": "rich_text", "version": 1, "id": "t", "body": [
              { "type": "heading", "runs": [{ "text": "标题" }] },
              { "type": "numbers", "items": [[{ "text": "一", "bold": true }], [{ "text": "二", "color": "brand" }]] },
              { "type": "paragraph", "runs": [{ "text": "去看看", "href": "https://example.cn/a?b=1&c=2" }, { "text": "致电", "href": "tel:4008201234" }] },
              { "type": "unheard_of", "runs": [{ "text": "仍是一段" }] } ] }
            """)!;

        var text = Draw(Catalog.ReadAll([stored], default).Single().Block);

        text.Find("h3").TextContent.Trim().ShouldBe("标题");
        text.FindAll("ol > li").Count.ShouldBe(2);
        text.Find("strong").TextContent.ShouldBe("一");
        text.Find(".pg-ink-brand").TextContent.ShouldBe("二");
        text.FindAll("a[href^=https], a[href^=tel]").Count.ShouldBe(2);
        text.Find("a[href^=https]").GetAttribute("rel").ShouldBe("noopener nofollow");
        text.FindAll(".pg-text > p").Last().TextContent.Trim().ShouldBe("仍是一段");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("vbscript:x")]
    public void An_address_that_may_not_be_linked_to_leaves_the_words_alone(string href)
    {
        var text = Draw(new RichTextBlock { Body = new RichText([new RichPart { Runs = [new RichRun { Text = "点我", Href = href }] }]) });

        text.FindAll(".pg-text a").ShouldBeEmpty();
        text.Find(".pg-text").TextContent.ShouldContain("点我");
    }

    [Fact]
    public void English_readers_get_the_English_text_where_there_is_one()
    {
        var block = new RichTextBlock { Body = RichText.OfLines("中文"), BodyEn = RichText.OfLines("English") };

        Draw(block, PageLanguages.English).Find(".pg-text").TextContent.Trim().ShouldBe("English");
        Draw(block with { BodyEn = null }, PageLanguages.English).Find(".pg-text").TextContent.Trim().ShouldBe("中文");
    }
}
