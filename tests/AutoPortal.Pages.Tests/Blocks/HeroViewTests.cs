using AutoPortal.Pages.Blocks.Hero;
using AutoPortal.Pages.Blocks.Shared;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class HeroViewTests : BlockStage
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("no_such_drawing", null)]
    [InlineData(null, "https://elsewhere.example/x.jpg")]
    [InlineData(null, "//elsewhere.example/x.jpg")]
    [InlineData(null, "javascript:alert(1)")]
    public void Without_a_picture_of_our_own_the_first_screen_still_has_one(string? drawing, string? src)
    {
        var hero = Draw(new HeroBlock { Picture = new BlockPicture { Drawing = drawing, Src = src } });

        hero.FindAll(".pg-hero__art svg").Count.ShouldBe(1);
        hero.FindAll("img").ShouldBeEmpty();
    }

    [Fact]
    public void A_photo_states_its_ratio_and_is_fetched_first()
    {
        var photo = Draw(new HeroBlock { Picture = new BlockPicture { Src = "/files/1.jpg", Width = 1200, Height = 900, Alt = "展车" } }).Find("img");

        photo.GetAttribute("width").ShouldBe("1200");
        photo.GetAttribute("height").ShouldBe("900");
        photo.GetAttribute("alt").ShouldBe("展车");
        photo.GetAttribute("fetchpriority").ShouldBe("high");
        photo.GetAttribute("loading").ShouldBe("eager");
    }

    [Fact]
    public void A_long_title_steps_down_a_short_one_does_not()
    {
        Draw(new HeroBlock { Title = "金秋试驾季" }).FindAll(".pg-hero--long").ShouldBeEmpty();
        Draw(new HeroBlock { Title = "二〇二六金秋全系新能源车型深度试驾体验季暨老车主置换礼遇" }).FindAll(".pg-hero--long").Count.ShouldBe(1);
    }

    [Fact]
    public void The_first_screen_shows_four_facts_at_most()
    {
        var hero = Draw(new HeroBlock { Facts = [.. Enumerable.Range(1, 6).Select(i => new Fact { Label = $"第{i}", Text = "是" })] });

        hero.FindAll(".pg-hero__facts dt").Count.ShouldBe(4);
    }
}
