using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Domain;

namespace AutoPortal.Activities.Tests.Domain;

public sealed class AudienceTests
{
    private static readonly PersonFacts Owner = new(Make.Id(), IsOwner: true, "苏州");
    private static readonly PersonFacts Known = new(Make.Id(), IsOwner: false, "上海");

    [Fact]
    public void Everybody_means_everybody()
    {
        Audience.Everyone.Admits(null, null).ShouldBeTrue();
        Audience.Everyone.Admits(Owner, "北京").ShouldBeTrue();
    }

    [Theory]
    [InlineData("owner", true, false, false)]
    [InlineData("non_owner", false, true, true)]
    [InlineData("any", true, true, true)]
    public void Owners_and_others_are_told_apart(string owners, bool owner, bool known, bool stranger)
    {
        var audience = Audience.Everyone with { Owners = owners };

        (audience.Admits(Owner, null), audience.Admits(Known, null), audience.Admits(null, null)).ShouldBe((owner, known, stranger));
    }

    [Theory]
    [InlineData("new", false, true)]
    [InlineData("known", true, false)]
    public void New_people_are_those_the_house_does_not_know(string word, bool known, bool stranger)
    {
        var audience = Audience.Everyone with { Known = word };

        (audience.Admits(Known, null), audience.Admits(null, null)).ShouldBe((known, stranger));
    }

    [Fact]
    public void A_city_shuts_out_only_those_who_said_another()
    {
        var audience = Audience.Everyone with { Cities = ["苏州"] };

        (audience.Admits(null, "苏州"), audience.Admits(null, "上海"), audience.Admits(null, null)).ShouldBe((true, false, true));
    }
}
