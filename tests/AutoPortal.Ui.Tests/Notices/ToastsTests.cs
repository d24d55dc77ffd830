using AutoPortal.Ui.Notices;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Ui.Tests.Notices;

public sealed class ToastsTests : UiContext
{
    [Fact]
    public void A_message_goes_after_eight_seconds()
    {
        var host = Render<ToastHost>();
        Toasts.Show("已派给上海东城店");
        host.WaitForAssertion(() => host.Markup.ShouldContain("已派给上海东城店"));

        Clock.Advance(TimeSpan.FromSeconds(8));

        host.WaitForAssertion(() => host.FindAll(".toast").ShouldBeEmpty());
    }

    [Fact]
    public void A_message_under_the_pointer_stays()
    {
        Toasts.Show("已派给上海东城店");

        Toasts.Hold();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Toasts.Shown.Count.ShouldBe(1);
        Toasts.Release();
        Clock.Advance(TimeSpan.FromSeconds(8));

        Toasts.Shown.ShouldBeEmpty();
    }

    [Fact]
    public void Undo_takes_the_act_back_once()
    {
        var undone = 0;
        var host = Render<ToastHost>();
        Toasts.Show("已删除", ToastKind.Done, () =>
        {
            undone++;
            return Task.CompletedTask;
        });

        host.WaitForElement(".toast .btn:not(.quiet)").Click();

        undone.ShouldBe(1);
        host.WaitForAssertion(() => host.FindAll(".toast").ShouldHaveSingleItem().TextContent.ShouldContain("已撤销"));
    }

    [Fact]
    public void A_fifth_message_pushes_the_oldest_out()
    {
        for (var n = 1; n <= 5; n++)
        {
            Toasts.Show($"第 {n} 条");
        }

        Toasts.Shown.Select(toast => toast.Text).ShouldBe(["第 2 条", "第 3 条", "第 4 条", "第 5 条"]);
    }

    private Toasts Toasts => Services.GetRequiredService<Toasts>();
}
