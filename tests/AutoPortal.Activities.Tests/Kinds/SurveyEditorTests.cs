using AngleSharp.Dom;
using AutoPortal.Activities.Kinds.Survey;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Tests.Kinds;

public sealed class SurveyEditorTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private readonly SurveySettings _settings = SurveyKindTests.Branching();

    [Fact]
    public void Rows_are_added_moved_and_removed()
    {
        using var context = Context();
        var editor = Show(context);

        editor.Find("button:contains('添加一题')").Click();
        editor.Find("button[aria-label='上移第 2 题']").Click();
        editor.Find("button[aria-label='删除第 3 题']").Click();

        _settings.Questions.Select(q => q.Id).ShouldBe(["q2", "q1", "q4"]);
    }

    [Fact]
    public void While_people_answer_words_can_be_bettered_and_nothing_else()
    {
        using var context = Context();
        var editor = Show(context, isFixed: true);

        editor.Find("input[name=k_q1_words]").Change("您喜欢吗?");

        _settings.Questions[0].Words.ShouldBe("您喜欢吗?");
        editor.FindAll("select, input[type=checkbox]").ShouldAllBe(field => field.HasAttribute("disabled"));
        editor.FindAll("button").Select(b => b.GetAttribute("aria-label")).ShouldAllBe(label => label!.Contains("移第"));
    }

    [Fact]
    public void Only_earlier_questions_with_choices_can_decide()
    {
        using var context = Context();
        var editor = Show(context);

        editor.FindAll("select[name=k_q3_after] option").Select(o => o.GetAttribute("value")).ShouldBe(["", "q1", "q2"]);
        editor.FindAll("select[name=k_q1_after]").ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_the_browser_kept_come_back()
    {
        using var context = Context();
        var editor = Show(context);

        editor.Find("textarea[name=k_questions]").Change("""[{"id":"q9","words":"回来了吗?","kind":"words"}]""");

        editor.Find("input[name=k_q9_words]").GetAttribute("value").ShouldBe("回来了吗?");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("""[{"id":"","words":"无名"}]""")]
    [InlineData("""[{"id":"q1","words":null}]""")]
    [InlineData("""[{"id":"q1","words":"问","choices":[null]}]""")]
    [InlineData("""[{"id":"q1","words":"问","kind":"nosuch"}]""")]
    public void What_cannot_be_read_leaves_the_rows_as_they_are(string kept)
    {
        using var context = Context();
        var editor = Show(context);

        editor.Find("textarea[name=k_questions]").Change(kept);

        _settings.Questions.Select(q => q.Id).ShouldBe(["q1", "q2", "q3"]);
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

    private IRenderedComponent<SurveyEditor> Show(BunitContext context, bool isFixed = false)
        => context.Render<SurveyEditor>(editor => editor.Add(e => e.Settings, _settings).Add(e => e.IsFixed, isFixed));
}
