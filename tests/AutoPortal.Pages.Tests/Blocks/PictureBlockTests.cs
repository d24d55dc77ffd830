using AutoPortal.Pages.Blocks.Carousel;
using AutoPortal.Pages.Blocks.Image;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Blocks.Share;
using AutoPortal.Pages.Blocks.Video;
using AutoPortal.Pages.Contracts;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class PictureBlockTests : BlockStage
{
    private const string Photo = "/chenxing/media/0199a0b0c0d07000800000000000abcd-1600x900.webp";

    [Fact]
    public void Every_slide_can_be_reached_without_script()
    {
        var carousel = Draw(new CarouselBlock());

        carousel.FindAll("nav a").Select(dot => dot.GetAttribute("href")).ShouldBe(["#it-1", "#it-2", "#it-3"]);
        carousel.FindAll("ol > li").Select(slide => slide.Id).ShouldBe(["it-1", "it-2", "it-3"]);
        carousel.Find("nav a[aria-current]").GetAttribute("href").ShouldBe("#it-1");
    }

    [Fact]
    public void One_slide_needs_no_dots_and_none_nothing()
    {
        Draw(new CarouselBlock { Slides = [new Slide()] }).FindAll("nav.pg-carousel__dots").ShouldBeEmpty();
        Draw(new CarouselBlock { Slides = [] }).FindAll(".pg-carousel").ShouldBeEmpty();
    }

    [Fact]
    public void A_slide_leads_only_where_an_author_may_link_to()
    {
        Draw(new CarouselBlock { Slides = [new Slide { Title = "看", Href = "javascript:x" }] }).FindAll("a.pg-carousel__link").ShouldBeEmpty();
        Draw(new CarouselBlock { Slides = [new Slide { Title = "看", Href = "/chenxing/a/autumn" }] }).Find("a.pg-carousel__link").TextContent.ShouldContain("看");
    }

    [Fact]
    public void A_picture_is_cut_around_the_point_that_the_author_names()
    {
        Draw(new ImageBlock { Picture = new() { Src = Photo, FocusX = 18, FocusY = 96 } }).Find("img").ClassName!.Split(' ').ShouldBe(["pg-photo", "pg-fx-2", "pg-fy-10"]);
        Draw(new ImageBlock { Picture = new() { Src = Photo } }).Find("img").ClassName.ShouldBe("pg-photo");
        Draw(new ImageBlock { Picture = new() { Src = Photo, FocusX = -4000, FocusY = int.MaxValue } }).Find("img").ClassName!.ShouldContain("pg-fx-0 pg-fy-10");
    }

    [Fact]
    public void An_uploaded_picture_comes_in_the_width_that_is_needed()
    {
        Draw(new ImageBlock { Picture = new() { Src = Photo } }).Find("img").GetAttribute("srcset")
            .ShouldBe($"{Photo.Replace(".webp", "-480.webp")} 480w, {Photo.Replace(".webp", "-960.webp")} 960w, {Photo} 1600w");
        Draw(new ImageBlock { Picture = new() { Src = "/assets/own.jpg" } }).Find("img").HasAttribute("srcset").ShouldBeFalse();
    }

    [Fact]
    public void A_picture_can_lead_somewhere_and_keeps_its_shape()
    {
        var image = Draw(new ImageBlock { Href = "https://example.com/a", Caption = "山路", Ratio = "tall" });

        image.Find("a.pg-ratio--tall").GetAttribute("rel").ShouldBe("noopener nofollow");
        image.Find("figcaption").TextContent.ShouldBe("山路");
        Draw(new ImageBlock { Ratio = "natural" }).FindAll(".pg-ratio").ShouldBeEmpty();
    }

    [Fact]
    public void A_film_starts_when_asked_for_and_is_never_of_another_host()
    {
        var film = Draw(new VideoBlock { Film = "/chenxing/media/film-1.mp4" }).Find("video");

        film.HasAttribute("controls").ShouldBeTrue();
        film.HasAttribute("autoplay").ShouldBeFalse();
        film.GetAttribute("preload").ShouldBe("none");
        film.GetAttribute("poster").ShouldStartWith("/chenxing/drawing-drive-");
        foreach (var foreign in new[] { "https://player.example/x", "//player.example/x", "/\\player.example/x", "javascript:x", "data:video/mp4;base64,AAAA" })
        {
            Draw(new VideoBlock { Film = foreign }).FindAll("video, iframe, embed, object").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_share_card_is_seen_while_editing_and_never_on_the_page()
    {
        var share = new ShareBlock { Title = "金秋试驾", Text = "到店有礼" };

        Draw(share).FindAll(".pg-share").ShouldBeEmpty();
        Preview(share).Find(".pg-share__card strong").TextContent.ShouldBe("金秋试驾");
    }
}
