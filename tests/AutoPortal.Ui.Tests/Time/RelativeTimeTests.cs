using System.Globalization;
using AutoPortal.Ui.Time;
using Bunit;

namespace AutoPortal.Ui.Tests.Time;

public sealed class RelativeTimeTests : UiContext
{
    [Theory]
    [InlineData(0, "刚刚")]
    [InlineData(-59, "刚刚")]
    [InlineData(-60, "1 分钟前")]
    [InlineData(-3_599, "59 分钟前")]
    [InlineData(-3_600, "1 小时前")]
    [InlineData(-86_399, "23 小时前")]
    [InlineData(-86_400, "11月21日 10:00")]
    [InlineData(30, "马上")]
    [InlineData(1_800, "30 分钟后")]
    [InlineData(7_200, "2 小时后")]
    [InlineData(-40_000_000, "2025年8月16日")]
    public void A_moment_is_told_in_relation_to_now_within_a_day(int seconds, string words)
        => Show(Clock.Now.AddSeconds(seconds)).Find("time").TextContent.ShouldBe(words);

    [Theory]
    [InlineData(-300, "5 min ago")]
    [InlineData(-200_000, "20 Nov 02:26")]
    public void English_readers_get_English(int seconds, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Show(Clock.Now.AddSeconds(seconds)).Find("time").TextContent.ShouldBe(words);
    }

    [Fact]
    public void Hovering_shows_the_whole_moment_by_the_clocks_in_Shanghai()
        => Show(Clock.Now).Find("time").GetAttribute("title").ShouldBe("2026-11-22 10:00:00");

    [Fact]
    public void The_words_move_on_with_the_clock()
    {
        var time = Show(Clock.Now);

        Clock.Advance(TimeSpan.FromMinutes(1));

        time.WaitForAssertion(() => time.Find("time").TextContent.ShouldBe("1 分钟前"));
    }

    [Fact]
    public async Task A_screen_without_recent_times_keeps_no_timer()
    {
        Show(Clock.Now.AddDays(-2));
        Clock.Timers.ShouldBe(0);
        Show(Clock.Now);
        Clock.Timers.ShouldBe(1);

        await DisposeComponentsAsync();

        Clock.Timers.ShouldBe(0);
    }

    private IRenderedComponent<RelativeTime> Show(DateTimeOffset at) => Render<RelativeTime>(time => time.Add(t => t.At, at));
}
