using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Activities.Kinds.SignUpGift;
using AutoPortal.Activities.Kinds.Survey;
using AutoPortal.Activities.Move;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Edit;

public sealed class SaveActivityTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Theory]
    [InlineData("test_drive_event")]
    [InlineData("group_purchase")]
    [InlineData("showroom_event")]
    [InlineData("survey")]
    public async Task Every_kinds_defaults_need_nothing_but_a_name(string kind)
    {
        await using var tenant = Operator();
        var draft = await FreshAsync(tenant, kind);

        (await SaveAsync(tenant, draft)).Errors.Select(e => e.Field).ShouldBe(["title_zh"]);
        draft.TitleZh = "周末活动";
        (await SaveAsync(tenant, draft)).ActivityId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_gift_needs_its_own_name_too_and_the_mistake_stands_beside_its_field()
    {
        await using var tenant = Operator();
        var draft = await FreshAsync(tenant, "sign_up_gift");
        draft.TitleZh = "报名有礼";

        (await SaveAsync(tenant, draft)).Errors.Select(e => e.Field).ShouldBe(["k.gift"]);
        ((SignUpGiftSettings)draft.Settings).Gift = "车载香氛";
        (await SaveAsync(tenant, draft)).ActivityId.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_saved_is_read_back_as_it_was_written()
    {
        await using var tenant = Operator();
        var draft = await NamedAsync(tenant);
        (draft.Owners, draft.Oversell, draft.RewardZh, draft.IsQuotaPerDealer) = ("non_owner", 20, "香氛一份", true);

        var id = (await SaveAsync(tenant, draft)).ActivityId!.Value;

        var read = (await tenant.Get<Drafts>().ReadAsync(id, default))!;
        (read.Draft.Owners, read.Draft.Oversell, read.Draft.RewardZh, read.Draft.IsQuotaPerDealer, read.State).ShouldBe(("non_owner", 20, "香氛一份", true, "draft"));
        read.Draft.Used.Select(s => (s.On, s.From, s.Capacity)).ShouldBe(draft.Used.Select(s => (s.On, s.From, s.Capacity)));
        // Two sessions of 20 at two open dealers, 20 percent on top of each.
        var quotas = await tenant.ReadAsync<ActivitiesDb, List<SessionQuota>>(db => db.Quotas.ToListAsync());
        quotas.Select(q => (q.Capacity, q.Places)).ShouldBe(Enumerable.Repeat((20, 24), 4));
        read.Draft.Quota.ShouldBe(80);
    }

    [Fact]
    public async Task Odd_input_is_named_at_each_field_at_once()
    {
        await using var tenant = Operator();
        var draft = await NamedAsync(tenant);
        draft.Slug = "Über uns";
        draft.SignUpUntil = draft.SignUpFrom;
        draft.Scope = "city";
        draft.Oversell = 90;
        draft.Sessions[0].Until = draft.Sessions[0].From;
        draft.Sessions[1].On = draft.Sessions[1].On!.Value.AddYears(1);

        (await SaveAsync(tenant, draft)).Errors.Select(e => e.Field).ShouldBe(["slug", "sign_up_until", "cities", "oversell", "sessions.0", "sessions.1"]);
    }

    [Fact]
    public async Task The_author_never_approves_and_a_colleague_does()
    {
        await using var author = Operator();
        await using var colleague = author.As(f => f with { UserId = Make.Id() });
        var id = (await SaveAsync(author, await NamedAsync(author))).ActivityId!.Value;
        await MoveAsync(author, id, ActivityMove.Submit);

        (await MoveAsync(author, id, ActivityMove.Approve)).Refusal.ShouldBe(ActivityRefusals.OwnSubmission);
        (await MoveAsync(colleague, id, ActivityMove.Approve)).IsOk.ShouldBeTrue();

        (await StateOf(author, id)).ShouldBe(ActivityState.Scheduled);
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_which_the_author_reads()
    {
        await using var author = Operator();
        await using var colleague = author.As(f => f with { UserId = Make.Id(), UserName = "李审批" });
        var id = (await SaveAsync(author, await NamedAsync(author))).ActivityId!.Value;
        await MoveAsync(author, id, ActivityMove.Submit);

        (await MoveAsync(colleague, id, ActivityMove.Reject)).Refusal.ShouldBe(ActivityRefusals.ReasonIsMissing);
        (await MoveAsync(colleague, id, ActivityMove.Reject, "名额太少")).IsOk.ShouldBeTrue();

        (await StateOf(author, id)).ShouldBe(ActivityState.Draft);
        var step = await author.ReadAsync<ActivitiesDb, ActivityStep>(db => db.ActivitySteps.OrderByDescending(s => s.Id).FirstAsync());
        (step.ByName, step.Reason, step.From, step.To).ShouldBe(("李审批", "名额太少", "reviewing", "draft"));
    }

    [Fact]
    public async Task Under_review_nothing_is_changed_until_the_author_takes_it_back()
    {
        await using var author = Operator();
        var draft = await NamedAsync(author);
        var id = (await SaveAsync(author, draft)).ActivityId!.Value;
        await MoveAsync(author, id, ActivityMove.Submit);

        (await author.Get<SaveActivity>().RunAsync(id, 1, draft, default)).Refusal.ShouldBe(ActivityRefusals.CannotBeChangedNow);
        (await MoveAsync(author, id, ActivityMove.TakeBack)).IsOk.ShouldBeTrue();
        (await author.Get<SaveActivity>().RunAsync(id, 2, await ReadAsync(author, id), default)).ActivityId.ShouldBe(id);
    }

    [Fact]
    public async Task Once_approved_only_more_places_a_later_end_and_better_words_are_taken()
    {
        await using var author = Operator();
        var id = await ApprovedAsync(author);
        var draft = await ReadAsync(author, id);
        (draft.TitleZh, draft.RulesZh) = ("周末试驾会", "带好驾照");
        draft.SignUpUntil = draft.SignUpUntil!.Value.AddHours(2);
        draft.Sessions[0].Capacity = 30;
        (await author.Get<SaveActivity>().RunAsync(id, 2, draft, default)).Errors.ShouldBeEmpty();
        (await author.ReadAsync<ActivitiesDb, int>(db => db.Activities.Where(a => a.Id == id).Select(a => a.Quota).SingleAsync())).ShouldBe(50);

        var less = await ReadAsync(author, id);
        less.RewardZh = "手机一部";
        less.SignUpUntil = less.SignUpUntil!.Value.AddHours(-1);
        less.Sessions[0].Capacity = 5;

        (await author.Get<SaveActivity>().RunAsync(id, 3, less, default)).Errors.Select(e => e.Field).ShouldBe(["reward_zh", "sign_up_until", "sessions.0"]);
    }

    [Fact]
    public async Task Two_editors_at_once_the_second_is_told()
    {
        await using var tenant = Operator();
        var id = (await SaveAsync(tenant, await NamedAsync(tenant))).ActivityId!.Value;
        var (mine, theirs) = (await ReadAsync(tenant, id), await ReadAsync(tenant, id));

        (await tenant.Get<SaveActivity>().RunAsync(id, 0, mine, default)).ActivityId.ShouldBe(id);
        (await tenant.Get<SaveActivity>().RunAsync(id, 0, theirs, default)).Refusal.ShouldBe(Refusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task A_dealer_makes_its_own_and_another_dealer_does_not_see_it()
    {
        await using var hq = Operator();
        await using var suzhou = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });
        await using var shanghai = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Shanghai.Id], UserId = Make.Id() });
        var draft = await NamedAsync(suzhou);
        draft.Scope.ShouldBe("dealer_own");

        var id = (await SaveAsync(suzhou, draft)).ActivityId!.Value;

        (await shanghai.Get<Drafts>().ReadAsync(id, default)).ShouldBeNull();
        (await shanghai.Get<SaveActivity>().RunAsync(id, 0, await NamedAsync(shanghai), default)).Refusal.ShouldBe(ActivityRefusals.NotFound);
        (await MoveAsync(shanghai, id, ActivityMove.Submit)).Refusal.ShouldBe(ActivityRefusals.NotFound);
        (await hq.Get<Drafts>().ReadAsync(id, default)).ShouldNotBeNull();
        draft.Scope = "national";
        (await SaveAsync(suzhou, draft)).Refusal.ShouldBe(ActivityRefusals.BelongsToHeadquarters);
    }

    [Fact]
    public async Task A_copy_moves_every_date_by_as_many_days_and_takes_a_free_address()
    {
        await using var tenant = Operator();
        var id = await ApprovedAsync(tenant);
        var before = await ReadAsync(tenant, id);
        var opensOn = DateOnly.FromDateTime(before.SignUpFrom!.Value).AddDays(28);

        var copy = await tenant.Get<CloneActivity>().RunAsync(id, opensOn, default);

        var after = await ReadAsync(tenant, copy.Value);
        (after.SignUpFrom, after.RunsUntil).ShouldBe((before.SignUpFrom.Value.AddDays(28), before.RunsUntil!.Value.AddDays(28)));
        after.Used.Select(s => s.On).ShouldBe(before.Used.Select(s => s.On!.Value.AddDays(28)).Cast<DateOnly?>());
        after.Slug.ShouldNotBe(before.Slug);
        (await StateOf(tenant, copy.Value)).ShouldBe(ActivityState.Draft);
        (await tenant.Get<CloneActivity>().RunAsync(id, opensOn, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_the_permission_and_from_another_tenant_nothing_is_made_or_changed()
    {
        await using var tenant = Operator();
        var id = (await SaveAsync(tenant, await NamedAsync(tenant))).ActivityId!.Value;
        await using var reader = tenant.As(f => f with { Permissions = [ActivitiesPermissions.Read] });
        await using var other = Operator();

        (await SaveAsync(reader, await NamedAsync(tenant))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await reader.Get<CloneActivity>().RunAsync(id, new(2027, 1, 1), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await other.Get<SaveActivity>().RunAsync(id, 0, await NamedAsync(other), default)).Refusal.ShouldBe(ActivityRefusals.NotFound);
        (await other.Get<CloneActivity>().RunAsync(id, new(2027, 1, 1), default)).Refusal.ShouldBe(ActivityRefusals.NotFound);
    }

    [Fact]
    public async Task A_survey_that_people_see_is_reworded_and_moved_but_asks_the_same()
    {
        await using var author = Operator();
        var fresh = await FreshAsync(author, "survey");
        fresh.TitleZh = "车主问卷";
        var id = await ApprovedAsync(author, fresh);
        var draft = await ReadAsync(author, id);
        var questions = ((SurveySettings)draft.Settings).Questions;
        questions[0].Words = "您最在意哪一点?";
        questions.Reverse();

        (await author.Get<SaveActivity>().RunAsync(id, 2, draft, default)).ActivityId.ShouldBe(id);
        questions.RemoveAt(0);
        (await author.Get<SaveActivity>().RunAsync(id, 3, draft, default)).Errors.Select(e => (e.Field, e.Why)).ShouldBe([("settings", ActivityRefusals.FixedNow)]);
    }

    [Fact]
    public async Task A_single_dealer_has_another_number_of_places_than_all_others()
    {
        await using var tenant = Operator();
        var draft = await NamedAsync(tenant);
        draft.IsQuotaPerDealer = true;
        draft.Sessions[0].Own[KnownDealers.Suzhou.Id] = 35;

        var id = (await SaveAsync(tenant, draft)).ActivityId!.Value;

        var quotas = await tenant.ReadAsync<ActivitiesDb, List<SessionQuota>>(db => db.Quotas.ToListAsync());
        quotas.Where(q => q.DealerId == KnownDealers.Suzhou.Id).Select(q => q.Capacity).ShouldBe([35, 20], ignoreOrder: true);
        quotas.Where(q => q.DealerId == KnownDealers.Shanghai.Id).Select(q => q.Capacity).ShouldBe([20, 20]);
        var read = await ReadAsync(tenant, id);
        read.Quota.ShouldBe(95);
        read.Sessions[0].Own.ShouldBe([KeyValuePair.Create(KnownDealers.Suzhou.Id, (int?)35)]);
        read.Sessions[1].Own.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(100_001)]
    public async Task A_dealers_own_number_is_a_number_of_places(int? own)
    {
        await using var tenant = Operator();
        var draft = await NamedAsync(tenant);
        draft.IsQuotaPerDealer = true;
        draft.Sessions[1].Own[KnownDealers.Suzhou.Id] = own;

        (await SaveAsync(tenant, draft)).Errors.Select(e => e.Field).ShouldBe(["sessions.1.own"]);
        draft.IsQuotaPerDealer = false;
        (await SaveAsync(tenant, draft)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_people_see_it_a_single_dealer_gets_more_places_and_never_less()
    {
        await using var author = Operator();
        var fresh = await NamedAsync(author);
        fresh.IsQuotaPerDealer = true;
        fresh.Sessions[0].Own[KnownDealers.Suzhou.Id] = 35;
        var id = await ApprovedAsync(author, fresh);

        var more = await ReadAsync(author, id);
        more.Sessions[0].Own[KnownDealers.Suzhou.Id] = 40;
        more.Sessions[0].Own[KnownDealers.Shanghai.Id] = 22;
        (await author.Get<SaveActivity>().RunAsync(id, 2, more, default)).Errors.ShouldBeEmpty();
        (await ReadAsync(author, id)).Quota.ShouldBe(102);

        var less = await ReadAsync(author, id);
        less.Sessions[0].Own.Remove(KnownDealers.Suzhou.Id);
        (await author.Get<SaveActivity>().RunAsync(id, 3, less, default)).Errors.Select(e => (e.Field, e.Why)).ShouldBe([("sessions.0.own", ActivityRefusals.OnlyMore)]);
    }

    [Fact]
    public async Task More_places_for_all_leave_a_dealers_own_number_as_it_is()
    {
        await using var author = Operator();
        var fresh = await NamedAsync(author);
        fresh.IsQuotaPerDealer = true;
        fresh.Sessions[0].Own[KnownDealers.Suzhou.Id] = 35;
        var id = await ApprovedAsync(author, fresh);

        var more = await ReadAsync(author, id);
        more.Sessions[0].Capacity = 30;
        (await author.Get<SaveActivity>().RunAsync(id, 2, more, default)).Errors.ShouldBeEmpty();

        (await ReadAsync(author, id)).Quota.ShouldBe(35 + 30 + 20 + 20);
    }

    private TestTenant Operator() => activities.Tenant(ActivitiesPermissions.Manage, ActivitiesPermissions.Read, ActivitiesPermissions.Approve);

    private static async Task<ActivityDraft> FreshAsync(TestTenant tenant, string kind) => (await tenant.Get<Drafts>().FreshAsync(kind, default))!.Draft;

    private static async Task<ActivityDraft> ReadAsync(TestTenant tenant, Guid id) => (await tenant.Get<Drafts>().ReadAsync(id, default))!.Draft;

    private static async Task<ActivityDraft> NamedAsync(TestTenant tenant)
    {
        var draft = await FreshAsync(tenant, "test_drive_event");
        draft.TitleZh = "周末试驾";
        return draft;
    }

    private static Task<SaveAnswer> SaveAsync(TestTenant tenant, ActivityDraft draft) => tenant.Get<SaveActivity>().RunAsync(null, 0, draft, default);

    private static Task<Outcome> MoveAsync(TestTenant tenant, Guid id, ActivityMove move, string reason = "") => tenant.Get<MoveActivity>().RunAsync(id, move, reason, default);

    private static async Task<Guid> ApprovedAsync(TestTenant author, ActivityDraft? draft = null)
    {
        await using var colleague = author.As(f => f with { UserId = Make.Id() });
        var id = (await SaveAsync(author, draft ?? await NamedAsync(author))).ActivityId!.Value;
        (await MoveAsync(author, id, ActivityMove.Submit)).IsOk.ShouldBeTrue();
        (await MoveAsync(colleague, id, ActivityMove.Approve)).IsOk.ShouldBeTrue();
        return id;
    }

    private static Task<ActivityState> StateOf(TestTenant tenant, Guid id) => tenant.ReadAsync<ActivitiesDb, ActivityState>(db => db.Activities.Where(a => a.Id == id).Select(a => a.State).SingleAsync());
}
