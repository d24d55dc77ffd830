using AutoPortal.Ui.Forms;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Ui.Tests.Forms;

public sealed class DraftKeeperTests : UiContext
{
    [Fact]
    public void Drafts_are_kept_apart_by_form_person_and_scope()
        => Show().Find("[data-draft]").GetAttribute("data-draft").ShouldBe("leads.follow_up|user-1|region-2");

    [Fact]
    public void Restored_input_is_announced()
    {
        JSInterop.Setup<int>("autoportal.restore", _ => true).SetResult(2);

        Show().Find("[role=status]").TextContent.ShouldContain("已恢复你上次没有提交的内容");
    }

    [Fact]
    public void Nothing_is_said_where_nothing_was_kept()
        => Show().FindAll("[role=status]").ShouldBeEmpty();

    [Fact]
    public void A_form_that_is_only_prerendered_restores_nothing_yet()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Show();

        JSInterop.Invocations.ShouldNotContain(call => call.Identifier == "autoportal.restore");
    }

    [Fact]
    public async Task Saved_input_is_forgotten()
    {
        var keeper = Show();

        await keeper.InvokeAsync(keeper.Instance.ForgetAsync);

        JSInterop.VerifyInvoke("autoportal.forget").Arguments.ShouldBe(["leads.follow_up|user-1|region-2"]);
    }

    [Fact]
    public void Thrown_away_input_is_forgotten_and_the_form_emptied()
    {
        JSInterop.Setup<int>("autoportal.restore", _ => true).SetResult(1);
        var emptied = false;
        var keeper = Show(() => emptied = true);

        keeper.Find("[role=status] button").Click();

        emptied.ShouldBeTrue();
        JSInterop.VerifyInvoke("autoportal.forget");
        keeper.FindAll("[role=status]").ShouldBeEmpty();
    }

    private IRenderedComponent<DraftKeeper> Show(Action? discarded = null)
        => Render<DraftKeeper>(keeper => keeper
            .Add(k => k.Form, "leads.follow_up")
            .Add(k => k.OnDiscard, () => discarded?.Invoke())
            .AddChildContent("<input name=\"note\">"));
}
