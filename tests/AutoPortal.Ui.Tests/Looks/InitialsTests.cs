using AutoPortal.Ui.Looks;

namespace AutoPortal.Ui.Tests.Looks;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("李思远", "思远")]
    [InlineData("王佳", "王佳")]
    [InlineData("欧阳晨曦", "晨曦")]
    [InlineData("Grace Brewster Hopper", "GH")]
    [InlineData("kim", "K")]
    [InlineData("  ", "?")]
    [InlineData("😀", "😀")]
    public void A_person_is_shown_by_one_or_two_letters(string name, string initials)
        => Initials.Of(name).ShouldBe(initials);
}
