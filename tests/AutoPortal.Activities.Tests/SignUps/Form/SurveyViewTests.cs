using AngleSharp.Dom;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;

namespace AutoPortal.Activities.Tests.SignUps.Form;

public sealed class SurveyViewTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private const string Questions = """{"kind":"survey","version":1,"questions":"喜欢吗? | 喜欢 | 不喜欢\n还想说什么?"}""";

    [Fact]
    public async Task On_any_page_the_named_survey_is_asked_and_posts_to_its_own_address()
    {
        await using var tenant = activities.Tenant();
        var survey = await tenant.RunningAsync(Survey());

        var drawn = Draw(tenant, new SurveyBlock { Id = "ask", Survey = survey.Id.ToString() }, page => page with { SubjectId = null, PathKind = "p", Slug = "owners" })!;

        drawn.QuerySelector("form")!.GetAttribute("action").ShouldBe("/test/a/autumn/sign-up");
        drawn.QuerySelector("input[name=page]")!.GetAttribute("value").ShouldBe("p/owners");
        drawn.QuerySelectorAll("fieldset[data-question]").Length.ShouldBe(2);
        drawn.QuerySelector("form")!.TextContent.IndexOf("喜欢吗?", StringComparison.Ordinal).ShouldBeLessThan(drawn.QuerySelector("form")!.TextContent.IndexOf("姓名", StringComparison.Ordinal), "questions come first");
    }

    [Fact]
    public async Task Where_none_is_named_it_is_the_survey_that_the_page_is_about()
    {
        await using var tenant = activities.Tenant();
        var survey = await tenant.RunningAsync(Survey());

        Draw(tenant, new SurveyBlock { Id = "ask" }, page => page with { SubjectId = survey.Id })!.QuerySelector("form").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_about_something_that_asks_nothing_shows_nothing_and_tells_the_author_what_to_do()
    {
        await using var tenant = activities.Tenant();
        var drive = await tenant.RunningAsync();

        Draw(tenant, new SurveyBlock { Id = "ask" }, page => page with { SubjectId = drive.Id }).ShouldBeNull();
        Draw(tenant, new SurveyBlock { Id = "ask" }, page => page with { SubjectId = drive.Id, IsPreview = true })!.TextContent.ShouldContain("请在右侧选择一份问卷");
    }

    [Theory]
    [InlineData("'; drop table activities; --")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_survey_that_is_not_there_is_not_shown(string named)
    {
        await using var tenant = activities.Tenant();
        var survey = await tenant.RunningAsync(Survey());

        Draw(tenant, new SurveyBlock { Id = "ask", Survey = named }, page => page with { SubjectId = survey.Id }).ShouldBeNull();
    }

    [Fact]
    public async Task Another_tenants_survey_is_not_shown()
    {
        await using var other = activities.Tenant();
        await using var tenant = activities.Tenant();
        var survey = await other.RunningAsync(Survey());

        Draw(tenant, new SurveyBlock { Id = "ask", Survey = survey.Id.ToString() }).ShouldBeNull();
    }

    [Fact]
    public async Task A_survey_that_is_over_says_so()
    {
        await using var tenant = activities.Tenant();
        var survey = await tenant.RunningAsync(Survey(), ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start, ActivityMove.End);

        Draw(tenant, new SurveyBlock { Id = "ask", Survey = survey.Id.ToString() })!.TextContent.ShouldContain("这份问卷现在没有开放填写");
    }

    [Fact]
    public async Task Of_two_forms_on_a_page_only_the_one_that_was_posted_answers()
    {
        await using var tenant = activities.Tenant();
        var survey = await tenant.RunningAsync(Survey());
        var typed = Make.Form();
        typed[SignUpFields.Form] = "ask";
        var refused = new SignUpFormState(typed, new Dictionary<string, Refusal> { ["q1"] = new("activities.answer_is_missing") }, ActivityRefusals.FormIsIncomplete);
        IElement Shown(string id, object input) => Draw(tenant, new SurveyBlock { Id = id, Survey = survey.Id.ToString() }, null, input)!;

        Shown("ask", refused).TextContent.ShouldContain("请选择一个答案");
        Shown("other", refused).TextContent.ShouldNotContain("请选择一个答案");
        var receipt = new SignUpReceipt("7K3M-9QXT", WasSignedUp: false, MayBeContacted: false) { Form = "ask" };
        Shown("ask", receipt).QuerySelector("[data-signup-done=ask]")!.TextContent.ShouldContain("谢谢您的回答");
        Shown("other", receipt).QuerySelector("form").ShouldNotBeNull();
    }

    [Fact]
    public async Task Authors_choose_among_surveys_that_run_within_their_reach()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var survey = await tenant.RunningAsync(Survey());
        await tenant.RunningAsync(Make.Plan() with { Slug = "drive" });
        await tenant.RunningAsync(Survey() with { Slug = "over", TitleZh = "旧问卷" }, ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start, ActivityMove.End);
        await tenant.RunningAsync(Survey() with { Slug = "own", TitleZh = "门店问卷", Scope = ActivityScopes.DealerOwn, DealerIds = [KnownDealers.Suzhou.Id] });
        await using var shanghai = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Shanghai.Id] });
        await using var nobody = tenant.As(f => f with { Permissions = [] });

        (await Find(tenant, "")).ShouldBe(["车主问卷", "门店问卷"], ignoreOrder: true);
        (await Find(tenant, "车主")).ShouldBe(["车主问卷"]);
        (await Find(shanghai, "")).ShouldBe(["车主问卷"]);
        (await Find(nobody, "")).ShouldBeEmpty();
        (await Choices(tenant).NamesAsync([survey.Id.ToString(), "gone"], default)).ShouldHaveSingleItem().Name.ShouldBe("车主问卷");
    }

    private static ActivityPlan Survey() => Make.Plan() with { Type = ActivityTypes.Survey, TitleZh = "车主问卷", Settings = Questions };

    private static IElement? Draw(TestTenant tenant, SurveyBlock block, Func<BlockContext, BlockContext>? on = null, params object[] inputs)
        => BlockOnAPage.Draw<SurveyView, SurveyBlock>(tenant, block, on, inputs);

    private static IFieldChoices Choices(TestTenant tenant) => tenant.Get<IEnumerable<IFieldChoices>>().Single(c => c.Source == "surveys");

    private static async Task<IEnumerable<string>> Find(TestTenant tenant, string words) => (await Choices(tenant).FindAsync(words, default)).Select(c => c.Name);
}
