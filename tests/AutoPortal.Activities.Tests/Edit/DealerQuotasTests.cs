using AutoPortal.Activities.Edit;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Tests.Edit;

public sealed class DealerQuotasTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private readonly SessionDraft _session = new() { On = new(2026, 12, 5), Capacity = 20 };

    [Fact]
    public void A_dealer_is_given_its_own_number_and_taken_back_to_the_common_one()
    {
        using var context = Context();
        var quotas = Show(context);

        quotas.Find("select").Change(KnownDealers.Suzhou.Id.ToString());
        quotas.Find("input[type=number]").GetAttribute("value").ShouldBe("20", "the common number is where one starts");
        quotas.Find("input[type=number]").Change("35");
        _session.CapacityOf(KnownDealers.Suzhou.Id).ShouldBe(35);
        quotas.FindAll("select option").Select(o => o.TextContent).ShouldNotContain(KnownDealers.Suzhou.Name);

        quotas.Find("button").Click();
        _session.CapacityOf(KnownDealers.Suzhou.Id).ShouldBe(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("-1")]
    public void What_is_no_number_is_kept_as_a_mistake_and_not_as_nothing(string typed)
    {
        using var context = Context();
        var quotas = Show(context);
        quotas.Find("select").Change(KnownDealers.Suzhou.Id.ToString());

        quotas.Find("input[type=number]").Change(typed);

        _session.Own.ShouldBe([KeyValuePair.Create(KnownDealers.Suzhou.Id, (int?)null)]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"gone":3}""")]
    [InlineData("null")]
    public void What_the_browser_kept_and_nobody_can_read_changes_nothing(string kept)
    {
        using var context = Context();

        Show(context).Find("textarea").Change(kept);

        _session.Own.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_the_browser_kept_come_back()
    {
        using var context = Context();
        var quotas = Show(context);

        quotas.Find("textarea").Change($$"""{"{{KnownDealers.Suzhou.Id}}":12}""");

        quotas.Find("input[type=number]").GetAttribute("value").ShouldBe("12");
    }

    private BunitContext Context()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("zh-CN");
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddSingleton(activities.Services.GetRequiredService<IStringLocalizerFactory>());
        context.Services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        context.Renderer.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", true));
        return context;
    }

    private IRenderedComponent<DealerQuotas> Show(BunitContext context)
        => context.Render<DealerQuotas>(quotas => quotas.Add(q => q.Session, _session).Add(q => q.Name, "session_0").Add(q => q.Place, 1).Add(q => q.Dealers, [KnownDealers.Shanghai, KnownDealers.Suzhou]));
}
