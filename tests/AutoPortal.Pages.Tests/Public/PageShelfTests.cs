using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Tests.Public;

public sealed class PageShelfTests
{
    private static readonly PageAddress Address = new("/mine/a/sale", "zh-CN", "");
    private static readonly TenantFacts Tenant = new(Guid.NewGuid(), "mine", "辰星汽车", "oem", "#1f5eff", IsSuspended: false);
    private readonly PageGenerations _generations = new();
    private readonly PageShelf _shelf;

    public PageShelfTests() => _shelf = new PageShelf(_generations, Options.Create(new PagesOptions { CacheMegabytes = 16 }), TimeProvider.System);

    [Fact]
    public void Only_the_first_one_draws_before_and_after_the_drawing_ends()
    {
        var (mine, isMine) = Take();
        var (waiting, isTheirs) = Take();
        _shelf.Finish(mine, Page());
        var (late, isLates) = Take();

        (isMine, isTheirs, isLates).ShouldBe((true, false, false));
        waiting.ShouldBeSameAs(mine);
        late.ShouldBeSameAs(mine);
    }

    [Fact]
    public void A_page_published_while_it_was_drawn_is_drawn_again()
    {
        var (old, _) = Take();
        _generations.Next(Tenant.Id, "a/sale");
        var (fresh, isMine) = Take();
        _shelf.Finish(old, Page());

        isMine.ShouldBeTrue();
        Take().Drawing.ShouldBeSameAs(fresh);
    }

    [Fact]
    public async Task Whoever_hangs_up_while_drawing_leaves_it_to_the_next_one()
    {
        var (mine, _) = Take();
        var (waiting, _) = Take();
        _shelf.Finish(mine, DrawingEnd.GivenUp);

        (await waiting.End).WasGivenUp.ShouldBeTrue();
        Take().IsMine.ShouldBeTrue();
    }

    [Fact]
    public void The_oldest_pages_leave_when_memory_is_short()
    {
        var first = Address with { Path = "/mine/a/p0" };
        for (var n = 0; n < 20; n++)
        {
            _shelf.Finish(Take(Address with { Path = $"/mine/a/p{n}" }).Drawing, Page(megabytes: 1));
        }

        Take(first).IsMine.ShouldBeTrue();
        Take(first with { Path = "/mine/a/p19" }).IsMine.ShouldBeFalse();
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("zstd", "")]
    [InlineData("", "")]
    public void Every_wording_of_a_browser_is_one_of_three_variants(string accepted, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = "/mine/a/sale";
        http.Request.Headers.AcceptEncoding = accepted;

        PageAddress.OfStranger(http.Request)!.Value.Encoding.ShouldBe(expected);
    }

    private (PageDrawing Drawing, bool IsMine) Take(PageAddress? address = null)
        => _shelf.Take(address ?? Address, new PagePlace("mine", "a/sale"), Tenant);

    private static DrawingEnd Page(int megabytes = 0)
        => new(DrawnPage.Of(new DefaultHttpContext().Response, new MemoryStream(new byte[(megabytes * 1024 * 1024) + 1])), WasGivenUp: false);
}
