using AutoPortal.Ui.Looks;
using Bunit;

namespace AutoPortal.Ui.Tests.Looks;

public sealed class MaskedPhoneTests : UiContext
{
    [Fact]
    public void The_whole_number_comes_only_for_a_reason()
    {
        string? reason = null;
        var phone = Render<MaskedPhone>(p => p.Add(m => m.Masked, "138****1234").Add(m => m.Reveal, why =>
        {
            reason = why;
            return Task.FromResult<string?>("13800001234");
        }));
        phone.Markup.ShouldNotContain("13800001234");

        phone.FindAll("[role=menuitem]").Single(item => item.TextContent == "核对身份").Click();

        reason.ShouldBe("verify");
        phone.Find("a").TextContent.ShouldBe("138 0000 1234");
    }

    [Fact]
    public void A_refused_look_says_so()
    {
        var phone = Render<MaskedPhone>(p => p.Add(m => m.Masked, "138****1234").Add(m => m.Reveal, _ => Task.FromResult<string?>(null)));

        phone.FindAll("[role=menuitem]")[0].Click();

        phone.Find("[role=alert]").TextContent.ShouldBe("没有查看这个号码的权限");
    }

    [Fact]
    public void The_number_of_one_person_is_not_left_standing_for_the_next()
    {
        var phone = Render<MaskedPhone>(p => p.Add(m => m.Masked, "138****1234").Add(m => m.Reveal, _ => Task.FromResult<string?>("13800001234")));
        phone.FindAll("[role=menuitem]")[0].Click();

        phone.Render(p => p.Add(m => m.Masked, "139****5678"));

        phone.Markup.ShouldNotContain("13800001234");
    }

    [Fact]
    public void Whoever_may_not_ask_is_not_offered_to()
        => Render<MaskedPhone>(p => p.Add(m => m.Masked, "138****1234")).FindAll("button").ShouldBeEmpty();
}
