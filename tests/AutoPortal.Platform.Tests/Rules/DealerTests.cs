using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Tests.Rules;

public sealed class DealerTests
{
    internal static readonly DealerDescription Description = new("晨星上海浦东店", DealerKind.FourS, "上海", "上海", "浦东新区", "张杨路 1 号", "021-50501234", "陈国栋", new(31_230_400, 121_473_700));

    private static readonly DealerTrade Trade = new("123456", new(9, 0), new(18, 30), ["activity"], ["cx-7"], 300);
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void A_founded_dealer_keeps_what_was_written_without_stray_spaces()
    {
        var dealer = Dealer.Found(Guid.NewGuid(), Guid.NewGuid(), " cx001 ", Description with { Name = "  晨星  浦东店 " }).Value!;

        dealer.Code.ShouldBe("CX001");
        dealer.Name.ShouldBe("晨星 浦东店");
        dealer.At.ShouldBe(Description.At);
        dealer.IsActiveOn(Today).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("有字")]
    [InlineData("a-code-that-is-longer-than-it-may-be")]
    public void A_malformed_code_founds_nothing(string code)
        => Dealer.Found(Guid.NewGuid(), Guid.NewGuid(), code, Description).Refusal.ShouldBe(PlatformRefusals.CodeMalformed);

    [Fact]
    public void A_description_that_does_not_hold_says_how_to_mend_it_and_changes_nothing()
    {
        var dealer = Found();

        dealer.Describe(Description with { Name = " " }).ShouldBe(PlatformRefusals.DealerNameMissing);
        dealer.Describe(Description with { Kind = "shop" }).ShouldBe(PlatformRefusals.DealerKindUnknown);
        dealer.Describe(Description with { City = "" }).ShouldBe(PlatformRefusals.DealerCityMissing);
        dealer.Describe(Description with { Address = new string('长', 201) }).ShouldBe(PlatformRefusals.DealerTextTooLong);
        dealer.Describe(Description with { Hotline = "call me" }).ShouldBe(PlatformRefusals.HotlineMalformed);
        dealer.Describe(Description with { At = new(121_473_700, 31_230_400) }).ShouldBe(PlatformRefusals.CoordinatesOutOfRange);
        dealer.Name.ShouldBe(Description.Name);
    }

    [Fact]
    public void Trade_keeps_days_in_order_and_refuses_what_cannot_be()
    {
        var dealer = Found();

        dealer.Trade(Trade with { OpenDays = "7611" }).ShouldBeNull();
        dealer.OpenDays.ShouldBe("167");
        dealer.Trade(Trade with { OpenDays = "8" }).ShouldBe(PlatformRefusals.OpeningDaysMissing);
        dealer.Trade(Trade with { ClosesAt = new(9, 0) }).ShouldBe(PlatformRefusals.OpeningHoursTurned);
        dealer.Trade(Trade with { LeadCapacity = -1 }).ShouldBe(PlatformRefusals.CapacityOutOfRange);
    }

    [Theory]
    [InlineData("31.2304, 121.4737", true)]
    [InlineData("31.2304，121.4737", true)]
    [InlineData("121.4737, 31.2304", false)]
    [InlineData("31.2304", false)]
    [InlineData("north, east", false)]
    [InlineData("51.5, -0.12", false)]
    public void Coordinates_are_read_latitude_first_and_only_within_China(string written, bool holds)
    {
        Coordinates.TryRead(written, out var read).ShouldBe(holds);
        if (holds)
        {
            read.ToString().ShouldBe("31.2304, 121.4737");
        }
    }

    [Fact]
    public void A_planned_move_that_is_called_off_leaves_the_place_before_it_open()
    {
        var dealer = Found();
        var (north, south) = (Guid.NewGuid(), Guid.NewGuid());
        dealer.PlaceFirst(Guid.NewGuid(), north, null, new(2024, 1, 1));
        dealer.Place(Guid.NewGuid(), south, null, Today.AddDays(7), Today).ShouldBeNull();

        dealer.CallOffMove(Today).ShouldBeNull();

        dealer.Placements.Single().UntilOn.ShouldBeNull();
        dealer.PlacementOn(Today.AddDays(7))!.RegionId.ShouldBe(north);
        dealer.CallOffMove(Today).ShouldBe(PlatformRefusals.NoMovePlanned);
    }

    private static Dealer Found() => Dealer.Found(Guid.NewGuid(), Guid.NewGuid(), "D1", Description).Value!;
}
