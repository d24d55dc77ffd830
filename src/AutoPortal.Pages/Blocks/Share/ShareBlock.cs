using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Share;

/// <summary>What a chat shows when the page is shared. It is seen on the canvas only; on the page it stands in the head.</summary>
public sealed record ShareBlock : Block
{
    /// <summary>Empty takes the page's title.</summary>
    public LocalText? Title { get; init; }

    /// <summary>Empty takes the page's description.</summary>
    [LongText]
    public LocalText? Text { get; init; }

    /// <summary>An uploaded picture, at least 300 × 300; chats show no drawings, so one counts as none and the house's own picture stands.</summary>
    public BlockPicture? Picture { get; init; }
}
