using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.GroupPurchase;
using AutoPortal.Activities.Kinds.SignUpGift;
using AutoPortal.Activities.OwnPage;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.OwnPage;

public sealed class MakeActivityPageTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task It_drafts_a_page_with_the_activitys_words_and_publishes_nothing()
    {
        await using var tenant = Operator();
        var activity = await tenant.RunningAsync(Make.Plan() with { VenueZh = "参与门店", Wording = new(new("到店礼一份"), new("限一次。"), new("")) });

        var made = await tenant.Get<MakeActivityPage>().RunAsync(activity.Id, default);

        var page = Made(tenant).Single();
        (page.Id, page.Page.SubjectId, page.Page.Slug, page.Page.Template, page.Page.Document).ShouldBe((made.Value, activity.Id, "autumn", PageTemplates.TestDrive, null));
        page.Page.Words["place"].Zh.ShouldBe("参与门店");
        page.Page.Words["gift"].Zh.ShouldBe("到店礼一份");
        page.Page.Words["rules"].Zh.ShouldBe("限一次。");
        page.Page.Words["form_button"].ShouldBe(new LocalText("立即预约", "Book now"));
        activities.Pages.Shown.ShouldNotContainKey(made.Value);
        var stored = await StoredAsync(tenant);
        (stored.PageId, stored.IsPagePublic).ShouldBe((made.Value, false));
    }

    [Fact]
    public async Task Asked_again_it_leads_to_the_page_that_is_there()
    {
        await using var tenant = Operator();
        var activity = await tenant.RunningAsync();
        var first = await tenant.Get<MakeActivityPage>().RunAsync(activity.Id, default);

        var second = await tenant.Get<MakeActivityPage>().RunAsync(activity.Id, default);

        second.Value.ShouldBe(first.Value);
        Made(tenant).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_about_something_else_at_the_same_address_is_left_alone()
    {
        await using var tenant = Operator();
        var activity = await tenant.RunningAsync();
        await tenant.Get<IPagePublishing>().CreateAsync(new NewPage(PagePaths.Activity, "autumn", new("别的")), default);

        (await tenant.Get<MakeActivityPage>().RunAsync(activity.Id, default)).Refusal.ShouldBe(ActivityRefusals.AddressHasAnotherPage);
    }

    [Fact]
    public async Task An_activity_with_a_page_keeps_its_address()
    {
        await using var tenant = Operator();
        var draft = new Activity(Make.Id(), Make.Plan());
        draft.ShowOn(Make.Id());

        draft.Change(Make.Plan() with { Slug = "elsewhere" }, null, string.Equals).ShouldBe([new FieldError(PlanFields.Slug, ActivityRefusals.SlugHasPage)]);

        draft.Change(Make.Plan() with { TitleZh = "改个名" }, null, string.Equals).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dealers_own_activity_gets_a_page_of_that_dealer()
    {
        await using var tenant = Operator();
        var activity = await tenant.RunningAsync(Make.Plan() with { Scope = ActivityScopes.DealerOwn, DealerIds = [KnownDealers.Suzhou.Id] });

        await tenant.Get<MakeActivityPage>().RunAsync(activity.Id, default);

        Made(tenant).Single().Page.DealerId.ShouldBe(KnownDealers.Suzhou.Id);
    }

    [Theory]
    [InlineData(ActivityTypes.TestDriveEvent, "test_drive")]
    [InlineData(ActivityTypes.GroupPurchase, "group_purchase")]
    [InlineData(ActivityTypes.ShowroomEvent, "showroom_event")]
    [InlineData(ActivityTypes.SignUpGift, "sign_up_gift")]
    [InlineData(ActivityTypes.Survey, "plain_sign_up")]
    public async Task Every_kind_has_a_template_and_words_for_it(string kind, string template)
    {
        await using var tenant = Operator();
        var catalog = tenant.Get<KindCatalog>();
        var activity = new Activity(Make.Id(), Make.Plan() with { Type = kind, Settings = catalog.Write(catalog.Get(kind), catalog.Get(kind).Fresh()) });
        var words = tenant.Get<ActivityPageWords>();

        words.Subject(activity).Template.ShouldBe(template);

        // A key that nobody wrote words for would stand on the page as it is.
        words.Subject(activity).Words.Values.SelectMany(w => new[] { w.Zh, w.En ?? "" }).ShouldAllBe(w => !w.StartsWith("kind.") && !w.StartsWith("page."));
    }

    [Fact]
    public async Task Price_steps_are_the_activitys_own_and_no_others()
    {
        await using var tenant = Operator();
        var catalog = tenant.Get<KindCatalog>();
        var activity = new Activity(Make.Id(), Make.Plan() with { Type = ActivityTypes.GroupPurchase, Settings = catalog.Write(catalog.Get(ActivityTypes.GroupPurchase), new GroupPurchaseSettings { Tiers = "5=1000\n8=3000" }) });

        var words = tenant.Get<ActivityPageWords>().Subject(activity).Words;

        words["tier_2"].Zh.ShouldBe("满 8 人");
        words["drop_2"].ShouldBe(new LocalText("每台立减 3,000 元", "¥3,000 off each car"));
        words["tier_3"].IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_gift_that_comes_by_post_does_not_ask_people_to_collect_it()
    {
        await using var tenant = Operator();
        var catalog = tenant.Get<KindCatalog>();
        var activity = new Activity(Make.Id(), Make.Plan() with { Type = ActivityTypes.SignUpGift, Settings = catalog.Write(catalog.Get(ActivityTypes.SignUpGift), new SignUpGiftSettings { Gift = "保温杯", HandOver = "by_post" }) });

        tenant.Get<ActivityPageWords>().Subject(activity).Template.ShouldBe(PageTemplates.PlainSignUp);

        tenant.Get<ActivityPageWords>().Subject(activity).Words["gift"].Zh.ShouldBe("保温杯");
    }

    [Fact]
    public async Task Who_may_not_manage_it_and_another_tenant_make_nothing()
    {
        await using var tenant = Operator();
        var activity = await tenant.RunningAsync();
        await using var reader = tenant.As(f => f with { Permissions = [ActivitiesPermissions.Read] });
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });
        await using var other = Operator();

        (await reader.Get<MakeActivityPage>().RunAsync(activity.Id, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await dealer.Get<MakeActivityPage>().RunAsync(activity.Id, default)).Refusal.ShouldBe(ActivityRefusals.BelongsToHeadquarters);
        (await other.Get<MakeActivityPage>().RunAsync(activity.Id, default)).Refusal.ShouldBe(ActivityRefusals.NotFound);
        Made(tenant).ShouldBeEmpty();
    }

    private TestTenant Operator() => activities.Tenant(ActivitiesPermissions.Manage, ActivitiesPermissions.Read);

    private List<(Guid Tenant, Guid Id, NewPage Page)> Made(TestTenant tenant) => [.. activities.Pages.Made.Where(p => p.Tenant == tenant.Id)];

    private static Task<Activity> StoredAsync(TestTenant tenant) => tenant.ReadAsync<ActivitiesDb, Activity>(db => db.Activities.AsNoTracking().SingleAsync());
}
