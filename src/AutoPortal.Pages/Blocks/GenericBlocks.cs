using AutoPortal.Pages.Blocks.Countdown;
using AutoPortal.Pages.Blocks.Faq;
using AutoPortal.Pages.Blocks.Footer;
using AutoPortal.Pages.Blocks.Gallery;
using AutoPortal.Pages.Blocks.Hero;
using AutoPortal.Pages.Blocks.KeyFacts;
using AutoPortal.Pages.Blocks.Notice;
using AutoPortal.Pages.Blocks.RichText;
using AutoPortal.Pages.Blocks.Rules;
using AutoPortal.Pages.Blocks.SeriesShowcase;
using AutoPortal.Pages.Blocks.Steps;
using AutoPortal.Pages.Blocks.StickyAction;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Blocks;

/// <summary>The kinds that belong to no other module.</summary>
internal static class GenericBlocks
{
    public static IServiceCollection AddGenericBlocks(this IServiceCollection services)
        => services
            .AddBlock<HeroBlock, HeroView>("hero")
            .AddBlock<KeyFactsBlock, KeyFactsView>("key_facts")
            .AddBlock<RichTextBlock, RichTextView>("rich_text")
            .AddBlock<SeriesShowcaseBlock, SeriesShowcaseView>("series_showcase")
            .AddBlock<StepsBlock, StepsView>("steps")
            .AddBlock<GalleryBlock, GalleryView>("gallery")
            .AddBlock<FaqBlock, FaqView>("faq")
            .AddBlock<CountdownBlock, CountdownView>("countdown")
            .AddBlock<RulesBlock, RulesView>("rules")
            .AddBlock<NoticeBlock, NoticeView>("notice")
            .AddBlock<FooterBlock, FooterView>("footer")
            .AddBlock<StickyActionBlock, StickyActionView>("sticky_action");
}
