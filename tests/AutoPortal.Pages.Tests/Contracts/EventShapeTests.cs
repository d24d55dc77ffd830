using AutoPortal.Kernel.Messaging;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Tests.Contracts;

/// <summary>What others read is not renamed: these lines change only by growing.</summary>
public sealed class EventShapeTests
{
    private static readonly Guid Page = Guid.Parse("0193f2a4-7b1c-7c3e-9d5f-0a1b2c3d4e5f");
    private static readonly DateTimeOffset At = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_publication_is_told_like_this()
    {
        EventTypes.Serialize(new PagePublished(Page, "a", "autumn", Page, 3, At)).ShouldBe(
            """{"pageId":"0193f2a4-7b1c-7c3e-9d5f-0a1b2c3d4e5f","pathKind":"a","slug":"autumn","subjectId":"0193f2a4-7b1c-7c3e-9d5f-0a1b2c3d4e5f","version":3,"at":"2026-11-01T02:00:00+00:00"}""");
        EventTypes.NameOf(typeof(PagePublished)).ShouldBe("pages.page_published");
    }

    [Fact]
    public void A_withdrawal_is_told_like_this()
    {
        EventTypes.Serialize(new PageWithdrawn(Page, "a", "autumn", null, At)).ShouldBe(
            """{"pageId":"0193f2a4-7b1c-7c3e-9d5f-0a1b2c3d4e5f","pathKind":"a","slug":"autumn","at":"2026-11-01T02:00:00+00:00"}""");
        EventTypes.NameOf(typeof(PageWithdrawn)).ShouldBe("pages.page_withdrawn");
    }
}
