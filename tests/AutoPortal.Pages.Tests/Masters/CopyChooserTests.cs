using AutoPortal.Pages.Masters.Copies;
using AutoPortal.Platform.Contracts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Masters;

public sealed class CopyChooserTests : BunitContext
{
    private static readonly RegionFacts East = new(Guid.CreateVersion7(), Guid.Empty, "E", "华东");
    private readonly List<CopyChoice> _chosen = [];

    public CopyChooserTests()
    {
        Services.AddLocalization();
        Services.AddLogging();
    }

    [Fact]
    public async Task A_dealer_is_found_by_typing_and_ordered_by_its_tick()
    {
        var form = Draw();
        await form.Find("input[value=dealers]").ChangeAsync(new() { Value = "dealers" });

        await form.Find("input[name=copy_search]").InputAsync(new() { Value = "徐汇" });
        await form.Find(".choices input").ChangeAsync(new() { Value = true });
        await form.Find("form").SubmitAsync();

        _chosen.Single().Dealers.ShouldHaveSingleItem();
        form.FindAll(".choices label").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_chosen_cannot_be_ordered_and_one_that_has_a_copy_cannot_be_ticked()
    {
        var form = Draw();
        await form.Find("input[value=dealers]").ChangeAsync(new() { Value = "dealers" });

        form.Find("button[type=submit]").HasAttribute("disabled").ShouldBeTrue();
        form.FindAll(".choices input")[^1].HasAttribute("disabled").ShouldBeTrue();
    }

    private IRenderedComponent<CopyChooser> Draw() => Render<CopyChooser>(form => form
        .Add(f => f.Candidates, [new(Guid.CreateVersion7(), "E1", "徐汇店", East.Id, HasCopy: false), new(Guid.CreateVersion7(), "E2", "浦东店", East.Id, HasCopy: true)])
        .Add(f => f.Regions, [East])
        .Add(f => f.OnChoose, choice =>
        {
            _chosen.Add(choice);
            return Task.CompletedTask;
        }));
}
