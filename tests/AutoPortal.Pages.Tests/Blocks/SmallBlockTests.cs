using AutoPortal.Pages.Blocks.Countdown;
using AutoPortal.Pages.Blocks.Faq;
using AutoPortal.Pages.Blocks.Footer;
using AutoPortal.Pages.Blocks.Gallery;
using AutoPortal.Pages.Blocks.KeyFacts;
using AutoPortal.Pages.Blocks.Notice;
using AutoPortal.Pages.Blocks.RichText;
using AutoPortal.Pages.Blocks.Rules;
using AutoPortal.Pages.Blocks.Steps;
using AutoPortal.Pages.Blocks.StickyAction;
using AutoPortal.Pages.Contracts;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class SmallBlockTests : BlockStage
{
    [Fact]
    public void The_countdown_names_the_moment_in_Shanghai_so_that_a_cached_page_stays_true()
    {
        var block = new CountdownBlock { EndsAt = new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero) };

        var time = Draw(block).Find("time");
        time.TextContent.ShouldBe("2026年11月30日 18:00");
        DateTimeOffset.Parse(time.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(block.EndsAt.Value);
        time.GetAttribute("data-units").ShouldBe("天,时,分,秒");
        Draw(block, PageLanguages.English).Find("time").TextContent.ShouldBe("30 November 2026, 18:00 Beijing time");
    }

    [Fact]
    public void A_countdown_without_a_moment_is_not_shown()
    {
        Draw(new CountdownBlock()).FindAll(".pg-countdown").ShouldBeEmpty();
    }

    [Fact]
    public void Answers_are_in_the_page_before_they_are_unfolded()
    {
        var faq = Draw(new FaqBlock { Questions = [new Question { Ask = "收费吗", Answer = "不收费" }] });

        faq.Find("details summary").TextContent.ShouldContain("收费吗");
        faq.Find("details p").TextContent.ShouldBe("不收费");
    }

    [Fact]
    public void Rules_are_in_the_page_and_an_empty_set_is_not_shown()
    {
        Draw(new RulesBlock { Body = RichText.OfLines("一、每人一次") }).Find("details .pg-text").TextContent.ShouldContain("一、每人一次");
        Draw(new RulesBlock()).FindAll("details").ShouldBeEmpty();
    }

    [Fact]
    public void The_footer_names_the_tenant_unless_the_author_names_another_operator()
    {
        Draw(new FooterBlock()).Find(".pg-footer p").TextContent.ShouldBe("主办方：辰星汽车");
        Draw(new FooterBlock { Operator = "辰星汽车(中国)有限公司" }).Find(".pg-footer p").TextContent.ShouldBe("主办方：辰星汽车(中国)有限公司");
    }

    [Fact]
    public void The_footer_links_only_where_there_is_something_to_link_to()
    {
        Draw(new FooterBlock()).FindAll(".pg-footer a").ShouldBeEmpty();
        Draw(new FooterBlock { PrivacyHref = "/chenxing/p/privacy", ReportHref = "javascript:x" }).FindAll(".pg-footer a").Count.ShouldBe(1);
    }

    [Fact]
    public void The_bar_leads_to_its_block_and_calls_telephones_only()
    {
        var bar = Draw(new StickyActionBlock { Target = "sign-up", CallHref = "tel:4008201234" });

        bar.Find("a.pg-button").GetAttribute("href").ShouldBe("#sign-up");
        bar.Find(".pg-bar__call").GetAttribute("href").ShouldBe("tel:4008201234");
        Draw(new StickyActionBlock { CallHref = "https://elsewhere.example" }).FindAll(".pg-bar__call").ShouldBeEmpty();
    }

    [Fact]
    public void A_warning_looks_like_one()
    {
        Draw(new NoticeBlock { Tone = "warning" }).FindAll(".pg-notice--warning").Count.ShouldBe(1);
        Draw(new NoticeBlock { Tone = "party" }).FindAll(".pg-notice--warning").ShouldBeEmpty();
    }

    [Fact]
    public void Pictures_that_are_missing_are_drawn()
    {
        Draw(new GalleryBlock { Shots = [new Shot(), new Shot { Caption = "门店" }] }).FindAll(".pg-gallery__frame img[src*=drawing-skyline]").Count.ShouldBe(2);
    }

    [Fact]
    public void Steps_and_facts_keep_their_order()
    {
        Draw(new StepsBlock { Steps = [new Step { Title = "一" }, new Step { Title = "二" }] }).FindAll("ol h3").Select(h => h.TextContent).ShouldBe(["一", "二"]);
        Draw(new KeyFactsBlock()).FindAll("dd").Count.ShouldBe(4);
    }
}
