using AutoPortal.Pages.Blocks.SeriesShowcase;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class SeriesShowcaseViewTests : BlockStage
{
    [Theory]
    [InlineData(17_980_000, "¥17.98 万起", "from ¥179,800")]
    [InlineData(17_988_800, "¥17.9888 万起", "from ¥179,888")]
    [InlineData(20_000_000, "¥20.00 万起", "from ¥200,000")]
    public void A_price_reads_as_people_compare_it(long fen, string chinese, string english)
    {
        var block = new SeriesShowcaseBlock { Cars = [new ShownCar { Name = "X", PriceFromFen = fen }] };

        Draw(block).Find(".pg-price").TextContent.ShouldBe(chinese);
        Draw(block, PageLanguages.English).Find(".pg-price").TextContent.ShouldBe(english);
    }

    [Fact]
    public void Left_alone_it_shows_what_the_catalogue_sells_today()
    {
        var cars = Draw(new SeriesShowcaseBlock());

        cars.FindAll("h3").Select(h => h.TextContent).ShouldBe(["晨动 CE3", "晨岳 CX7"]);
        cars.FindAll(".pg-car__words > p:not(.pg-price)").Select(p => p.TextContent).ShouldBe(["纯电 · 两厢车", "插电混动 · SUV"]);
        cars.FindAll(".pg-price").Select(p => p.TextContent).ShouldBe(["¥9.98 万起", "¥16.98 万起"]);
    }

    [Fact]
    public void Chosen_series_keep_the_authors_order_and_what_is_not_sold_is_not_shown()
    {
        Draw(new SeriesShowcaseBlock { Series = ["cx7", "cold", "no_such_series", "ce3"] }).FindAll("h3").Select(h => h.TextContent).ShouldBe(["晨岳 CX7", "晨动 CE3"]);
        Draw(new SeriesShowcaseBlock { Series = ["cold"] }).FindAll(".pg-cars").ShouldBeEmpty();
        Draw(new SeriesShowcaseBlock { Series = ["cx7"] }, PageLanguages.English).Find("h3").TextContent.ShouldBe("Chenyue CX7");
    }

    [Fact]
    public void A_car_without_price_picture_or_figures_is_still_a_car()
    {
        var cars = Draw(new SeriesShowcaseBlock { Cars = [new ShownCar { Name = "星途", Picture = new BlockPicture() }] });

        cars.FindAll(".pg-car img[src*=drawing-suv-brand]").Count.ShouldBe(1);
        cars.FindAll(".pg-price").ShouldBeEmpty();
        cars.FindAll(".pg-car__specs").ShouldBeEmpty();
    }

    [Fact]
    public void A_car_takes_a_known_paint_and_no_other_class()
    {
        var cars = Draw(new SeriesShowcaseBlock
        {
            Cars = [new ShownCar { Name = "A", Picture = new() { Drawing = "suv", Paint = "jade" } }, new ShownCar { Name = "B", Picture = new() { Drawing = "suv", Paint = "jade evil" } }],
        });

        cars.FindAll("img[src*=drawing-suv-jade]").Count.ShouldBe(1);
        cars.FindAll("img[src*=drawing-suv-brand]").Count.ShouldBe(1);
        cars.Markup.ShouldNotContain("evil");
    }
}
