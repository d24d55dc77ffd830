using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Carousel;

/// <summary>Large pictures one after the other. It is a row that snaps; the script only marks the dot.</summary>
public sealed record CarouselBlock : Block
{
    public LocalText? Title { get; init; }

    [Most(10)]
    public IReadOnlyList<Slide> Slides { get; init; } =
    [
        new() { Picture = new() { Drawing = "roadtrip", Paint = "coral" }, Title = new("山路也从容", "At ease in the hills"), Text = new("四驱与底盘，交给您亲自体会。", "Feel the chassis for yourself.") },
        new() { Picture = new() { Drawing = "charging", Paint = "jade" }, Title = new("一杯咖啡，补能出发", "Charged over a coffee"), Text = new("现场体验快充。", "Try fast charging on the spot.") },
        new() { Picture = new() { Drawing = "showroom" }, Title = new("到店有礼", "A gift when you come"), Text = new("专属顾问，一对一讲解。", "An advisor for you alone.") },
    ];

    [Choices(Ratios.Wide, Ratios.Classic, Ratios.Square, Ratios.Tall), Look]
    public string Ratio { get; init; } = Ratios.Classic;
}

/// <summary>One picture with its words.</summary>
public sealed record Slide
{
    public BlockPicture? Picture { get; init; }

    public LocalText? Title { get; init; }

    [LongText]
    public LocalText? Text { get; init; }

    [Link]
    public string? Href { get; init; }
}
