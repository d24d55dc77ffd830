using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.Surveys;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Surveys;

public sealed class SurveyResultsTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private const string Questions = """{"kind":"survey","version":1,"questions":"喜欢吗? | 喜欢 | 不喜欢\n还想说什么?"}""";
    private static readonly AnswerFilter Everything = new(null, false, null, false);

    [Fact]
    public async Task Choices_are_counted_with_their_share_of_those_who_answered()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢", "很好开");
        await AnswerAsync(tenant, 2, "喜欢");
        await AnswerAsync(tenant, 3, "不喜欢");

        var results = (await tenant.Get<SurveyQueries>().FindAsync(activity.Id, Everything, default))!;

        results.People.ShouldBe(3);
        results.Questions[0].Choices.Select(c => (c.Words, c.People, Math.Round(c.Share!.Value, 2))).ShouldBe([("喜欢", 2, 0.67), ("不喜欢", 1, 0.33)]);
        (results.Questions[1].Answered, results.Questions[1].Choices.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_survey_without_answers_has_no_shares()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);

        var results = (await tenant.Get<SurveyQueries>().FindAsync(activity.Id, Everything, default))!;

        (results.People, results.LastAt, results.Dealers.Count).ShouldBe((0, null, 0));
        results.Questions[0].Choices.ShouldAllBe(c => c.People == 0 && c.Share == null);
    }

    [Fact]
    public async Task Several_choices_of_one_person_count_once_each_and_what_is_gone_stands_behind()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢");
        await StoreAsync(tenant, """{"q1":["喜欢","不喜欢","说不清"]}""");

        var results = (await tenant.Get<SurveyQueries>().FindAsync(activity.Id, Everything, default))!;

        results.Questions[0].Choices.Select(c => (c.Words, c.People, c.IsGone)).ShouldBe([("喜欢", 1, false), ("不喜欢", 1, false), ("说不清", 1, true)]);
        results.Questions[0].Answered.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_cancelled_is_not_counted()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢");
        await tenant.SaveAsync<ActivitiesDb, int>(async db => (await db.SignUps.SingleAsync()).Move(SignUpAct.Cancel) is null ? 1 : 0);

        (await tenant.Get<SurveyQueries>().FindAsync(activity.Id, Everything, default))!.People.ShouldBe(0);
    }

    [Theory]
    [InlineData("dealer", "SZ01", 1)]
    [InlineData("dealer", "none", 1)]
    [InlineData("dealer", "'; drop", 0)]
    [InlineData("time", "1", 2)]
    [InlineData("time", "yesterday", 0)]
    public async Task Answers_are_narrowed_by_dealer_and_time_and_by_nothing_that_is_unknown(string filter, string value, int people)
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢", dealer: KnownDealers.Suzhou.Code);
        await AnswerAsync(tenant, 2, "喜欢");
        var filters = new Dictionary<string, string> { [filter] = value == "SZ01" ? KnownDealers.Suzhou.Id.ToString() : value };

        var results = (await tenant.Get<SurveyQueries>().FindAsync(activity.Id, AnswerFilter.Of(filters, DateTimeOffset.UtcNow), default))!;
        var list = await tenant.Get<AnswerQueries>().ListAsync(activity.Id, PageRequest.First(10) with { Filters = filters }, default);

        (results.People, list.Total).ShouldBe((people, people));
    }

    [Fact]
    public async Task A_dealer_sees_the_answers_of_those_that_named_it()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢", "甲", KnownDealers.Suzhou.Code);
        await AnswerAsync(tenant, 2, "喜欢", "乙", KnownDealers.Shanghai.Code);
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });

        (await dealer.Get<SurveyQueries>().FindAsync(activity.Id, Everything, default))!.People.ShouldBe(1);
        (await dealer.Get<AnswerQueries>().WordsAsync(activity.Id, "q2", PageRequest.First(10), default)).Rows.ShouldHaveSingleItem().Words.ShouldBe("甲");
    }

    [Fact]
    public async Task Free_words_come_page_by_page_newest_first()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        foreach (var person in new[] { 1, 2, 3 })
        {
            await AnswerAsync(tenant, person, "喜欢", $"第{person}句");
        }

        await AnswerAsync(tenant, 4, "喜欢");

        var first = await tenant.Get<AnswerQueries>().WordsAsync(activity.Id, "q2", PageRequest.First(2), default);
        var second = await tenant.Get<AnswerQueries>().WordsAsync(activity.Id, "q2", PageRequest.First(2) with { After = first.NextAfter }, default);

        first.Total.ShouldBe(3);
        first.Rows.Concat(second.Rows).Select(r => r.Words).ShouldBe(["第3句", "第2句", "第1句"]);
        second.NextAfter.ShouldBeNull();
    }

    [Fact]
    public async Task The_file_has_a_row_a_person_and_a_column_a_question_masked()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢", "很好开");
        var list = tenant.Get<IEnumerable<IExportList>>().Single(l => l.Code == AnswerExport.List);

        var columns = await list.ColumnsOfAsync(activity.Id.ToString(), default);
        var rows = await list.RowsAsync(new(activity.Id.ToString(), PageRequest.First(10), ["phone", "q1", "q2"], false), default).ToListAsync();

        columns.TakeLast(2).Select(c => c.Title).ShouldBe(["喜欢吗?", "还想说什么?"]);
        columns.Where(c => c.IsPersonal).Select(c => c.Code).ShouldBe(["name", "phone", "q2"], "a file with them needs a reason");
        rows.ShouldHaveSingleItem().Cells.ShouldBe(["138****0001", "喜欢", "很好开"]);
    }

    [Fact]
    public async Task Without_the_permission_or_from_another_tenant_there_are_no_results()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await SurveyAsync(tenant);
        await AnswerAsync(tenant, 1, "喜欢", "很好开");
        await using var nobody = activities.Tenant();
        await using var colleague = nobody.As(f => f with { TenantId = tenant.Id });
        await using var other = activities.Tenant(ActivitiesPermissions.Read);

        foreach (var stranger in new[] { colleague, other })
        {
            (await stranger.Get<SurveyQueries>().FindAsync(activity.Id, Everything, default)).ShouldBeNull();
            (await stranger.Get<AnswerQueries>().WordsAsync(activity.Id, "q2", PageRequest.First(10), default)).Rows.ShouldBeEmpty();
            (await stranger.Get<AnswerQueries>().ListAsync(activity.Id, PageRequest.First(10), default)).Rows.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_activity_that_asks_nothing_or_is_another_dealers_own_has_no_results()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var drive = await tenant.RunningAsync();
        var own = await SurveyAsync(tenant, p => p with { Slug = "own", Scope = ActivityScopes.DealerOwn, DealerIds = [KnownDealers.Suzhou.Id] });
        await using var shanghai = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Shanghai.Id] });

        (await tenant.Get<SurveyQueries>().FindAsync(drive.Id, Everything, default)).ShouldBeNull();
        (await shanghai.Get<SurveyQueries>().FindAsync(own.Id, Everything, default)).ShouldBeNull();
    }

    private static Task<Activity> SurveyAsync(TestTenant tenant, Func<ActivityPlan, ActivityPlan>? also = null)
    {
        var plan = Make.Plan() with { Type = ActivityTypes.Survey, Settings = Questions };
        return tenant.RunningAsync(also is null ? plan : also(plan));
    }

    private static async Task AnswerAsync(TestTenant tenant, int person, string choice, string? words = null, string? dealer = null)
    {
        var form = Make.Form(Make.Phone(person));
        form["q1"] = choice;
        form["q2"] = words ?? "";
        form[SignUpFields.Dealer] = dealer ?? "";
        (await tenant.SignUpAsync(form)).Receipt.ShouldNotBeNull();
    }

    private static Task<int> StoreAsync(TestTenant tenant, string answers)
        => tenant.SaveAsync<ActivitiesDb, int>(db => AutoPortal.Kernel.Data.ScopedSqlSetup.Sql(db).ExecuteAsync("update activities.sign_ups s set answers = @answers::jsonb where {tenant:s}", new { answers }, default));
}
