using AutoPortal.Kernel.Security;

namespace AutoPortal.Kernel.Tests.Security;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678")]
    [InlineData("１３８１２３４５６７８")]
    [InlineData("138-1234-5678")]
    [InlineData("138 1234 5678")]
    [InlineData("138　1234　5678")]
    [InlineData("138–1234—5678")]
    [InlineData("138－1234－5678")]
    [InlineData("+8613812345678")]
    [InlineData("+86 138 1234 5678")]
    [InlineData("＋８６138-1234-5678")]
    [InlineData("008613812345678")]
    [InlineData("0086-138-1234-5678")]
    [InlineData("  13812345678\t")]
    [InlineData("\u202D138 1234 5678\u202C")]
    public void However_a_number_is_written_it_becomes_the_same_eleven_digits(string written)
    {
        PhoneNumber.TryNormalise(written, out var phone).ShouldBeTrue();

        phone.ShouldBe("13812345678");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1381234567")]
    [InlineData("138123456789")]
    [InlineData("12812345678")]
    [InlineData("02112345678")]
    [InlineData("8613812345678")]
    [InlineData("+8513812345678")]
    [InlineData("1381234567a")]
    [InlineData("١٣٨١٢٣٤٥٦٧٨")]
    [InlineData("138.1234.5678")]
    [InlineData("13812345678;13912345678")]
    [InlineData("+86+8613812345678")]
    public void What_is_no_mainland_mobile_number_is_refused(string? written)
    {
        PhoneNumber.TryNormalise(written, out var phone).ShouldBeFalse();

        phone.ShouldBeNull();
    }

    [Fact]
    public void A_number_hidden_in_a_very_long_text_is_refused()
        => PhoneNumber.TryNormalise("13812345678" + new string(' ', 5_000), out _).ShouldBeFalse();
}
