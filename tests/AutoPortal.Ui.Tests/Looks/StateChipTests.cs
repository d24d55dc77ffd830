using AutoPortal.Ui.Looks;
using Bunit;

namespace AutoPortal.Ui.Tests.Looks;

public sealed class StateChipTests : UiContext
{
    [Theory]
    [InlineData(Tone.Calm)]
    [InlineData(Tone.Note)]
    [InlineData(Tone.Good)]
    [InlineData(Tone.Warning)]
    [InlineData(Tone.Bad)]
    [InlineData(Tone.Accent)]
    public void A_state_is_told_by_colour_icon_and_word(Tone tone)
    {
        var chip = Render<StateChip>(state => state.Add(s => s.Text, "已超时").Add(s => s.Tone, tone));

        chip.Find("[data-tone]").GetAttribute("data-tone").ShouldBe(tone.ToString().ToLowerInvariant());
        chip.FindAll("svg path").ShouldHaveSingleItem();
        chip.Find("[data-tone]").TextContent.ShouldBe("已超时");
    }
}
