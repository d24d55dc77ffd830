using AutoPortal.Pages.Blocks.DealerList;
using AutoPortal.Pages.Blocks.PriceTable;
using AutoPortal.Pages.Blocks.VehicleCard;
using AutoPortal.Pages.Contracts;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class VehicleBlockTests : BlockStage
{
    [Fact]
    public void A_car_shows_the_catalogues_name_and_price_of_today()
    {
        var card = Draw(new VehicleCardBlock { Series = "cx7" });

        card.Find("h2").TextContent.ShouldBe("晨岳 CX7");
        card.Find(".pg-price").TextContent.ShouldBe("¥16.98 万起");
        card.Find("a.pg-button").GetAttribute("href").ShouldBe("#sign-up");
        Draw(new VehicleCardBlock { Series = "cx7" }, PageLanguages.English).Find(".pg-price").TextContent.ShouldBe("from ¥169,800");
    }

    [Fact]
    public void A_car_that_is_not_sold_any_more_is_shown_to_nobody_but_its_author()
    {
        Draw(new VehicleCardBlock { Series = "cold" }).FindAll(".pg-vehicle").ShouldBeEmpty();
        Preview(new VehicleCardBlock { Series = "cold" }).Find(".pg-notice").TextContent.ShouldContain("停售");
        Draw(new VehicleCardBlock()).Find("h2").TextContent.ShouldBe("晨动 CE3", "none chosen: the first on sale");
    }

    [Fact]
    public void A_price_can_be_left_out()
    {
        Draw(new VehicleCardBlock { ShowsPrice = false }).FindAll(".pg-price").ShouldBeEmpty();
    }

    [Fact]
    public void Trims_stand_side_by_side_and_ticks_are_read_aloud()
    {
        var table = Draw(new PriceTableBlock());

        table.FindAll("thead th b").Select(b => b.TextContent).ShouldBe(["16.98万", "18.98万"]);
        table.FindAll("tbody tr").Count.ShouldBe(3);
        table.FindAll("tbody tr:first-child td .pg-hidden").Select(w => w.TextContent).ShouldBe(["有", "有"]);
        table.Find("tbody tr:last-child td .pg-hidden").TextContent.ShouldBe("无");
        Draw(new PriceTableBlock(), PageLanguages.English).Find("thead th b").TextContent.ShouldBe("¥169,800");
    }

    [Fact]
    public void A_table_has_at_most_four_trims_and_none_without_one()
    {
        Draw(new PriceTableBlock { Trims = [.. Enumerable.Range(0, 9).Select(i => new Trim { Name = $"{i}" })] }).FindAll("thead th").Count.ShouldBe(4);
        Draw(new PriceTableBlock { Trims = [] }).FindAll("table").ShouldBeEmpty();
    }

    [Fact]
    public void The_first_dealers_are_shown_and_the_others_unfold()
    {
        var list = Draw(new DealerListBlock { Places = ["上海"], First = 2 });

        list.FindAll(".pg-dealers > .pg-dealers__list > li").Count.ShouldBe(2);
        list.Find("details summary").TextContent.ShouldContain("还有 5 家门店");
        list.FindAll("details li").Count.ShouldBe(5);
    }

    [Fact]
    public void Closed_dealers_are_left_out_and_chosen_ones_keep_their_order()
    {
        Draw(new DealerListBlock { Places = ["南京"] }).FindAll(".pg-dealer").ShouldBeEmpty();
        Draw(new DealerListBlock { Dealers = [KnownDealers.IdOf(8).ToString(), KnownDealers.IdOf(2).ToString(), "nobody"] })
            .FindAll(".pg-dealer h3").Select(h => h.TextContent).ShouldBe(["辰星苏州店", "辰星上海2店"]);
    }

    [Fact]
    public void A_dealer_is_called_by_its_own_number_and_found_on_a_map_of_the_readers()
    {
        var dealer = Draw(new DealerListBlock { Places = ["苏州"] });

        dealer.Find("a[href^='tel:']").GetAttribute("href").ShouldBe("tel:4008200000");
        var map = dealer.Find("a[target=_blank]");
        map.GetAttribute("rel")!.ShouldContain("noreferrer");
        map.GetAttribute("href").ShouldStartWith("https://uri.amap.com/");
        dealer.Find(".pg-dealer").TextContent.ShouldContain("每天 09:00–18:30");
        Draw(new DealerListBlock { Places = ["苏州"], ShowsMap = false, ShowsPhone = false }).FindAll(".pg-dealer a").ShouldBeEmpty();
    }
}
