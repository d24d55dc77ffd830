using AutoPortal.Activities.Domain;
using AutoPortal.Activities.OwnPage;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;

namespace AutoPortal.Activities.Tests.OwnPage;

public sealed class PageSubjectsTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Activities_without_a_page_are_offered_with_their_words_newest_first()
    {
        await using var tenant = Operator();
        await tenant.RunningAsync(Make.Plan() with { Slug = "first" });
        var second = await tenant.RunningAsync(Make.Plan() with { Slug = "second", VenueZh = "门店展厅" }, ActivityMove.Submit);
        var paged = await tenant.RunningAsync(Make.Plan() with { Slug = "paged" });
        await tenant.Get<MakeActivityPage>().RunAsync(paged.Id, default);

        var subjects = await SubjectsAsync(tenant);

        subjects.Select(s => s.Slug).ShouldBe(["second", "first"]);
        subjects[0].ShouldSatisfyAllConditions(
            s => s.Id.ShouldBe(second.Id),
            s => s.Title.ShouldBe(new LocalText("金秋试驾会", "Autumn test drives")),
            s => s.Template.ShouldBe(PageTemplates.TestDrive),
            s => s.Words["place"].Zh.ShouldBe("门店展厅"));
    }

    [Fact]
    public async Task One_that_is_drafted_in_the_library_or_over_is_not_offered()
    {
        await using var tenant = Operator();
        var drafted = await tenant.RunningAsync(Make.Plan() with { Slug = "drafted" });
        await tenant.Get<IPagePublishing>().CreateAsync(new NewPage(PagePaths.Activity, "drafted", new("页面")) { SubjectId = drafted.Id }, default);
        await tenant.RunningAsync(Make.Plan() with { Slug = "over" }, ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start, ActivityMove.End);

        (await SubjectsAsync(tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dealer_is_offered_its_own_only()
    {
        await using var hq = Operator();
        await hq.RunningAsync();
        await hq.RunningAsync(Own("suzhou", KnownDealers.Suzhou.Id));
        await hq.RunningAsync(Own("shanghai", KnownDealers.Shanghai.Id));
        await hq.RunningAsync(Own("both", KnownDealers.Shanghai.Id, KnownDealers.Suzhou.Id));
        await using var suzhou = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });

        var subject = (await SubjectsAsync(suzhou)).Single();

        (subject.Slug, subject.DealerId).ShouldBe(("suzhou", KnownDealers.Suzhou.Id));
    }

    [Fact]
    public async Task Who_may_not_manage_activities_and_another_tenant_are_offered_none()
    {
        await using var tenant = Operator();
        await tenant.RunningAsync();
        await using var reader = tenant.As(f => f with { Permissions = [ActivitiesPermissions.Read] });
        await using var other = Operator();

        (await SubjectsAsync(reader)).ShouldBeEmpty();
        (await SubjectsAsync(other)).ShouldBeEmpty();
    }

    private static ActivityPlan Own(string slug, params Guid[] dealers) => Make.Plan() with { Slug = slug, Scope = ActivityScopes.DealerOwn, DealerIds = dealers };

    private TestTenant Operator() => activities.Tenant(ActivitiesPermissions.Manage, ActivitiesPermissions.Read);

    private static Task<IReadOnlyList<PageSubject>> SubjectsAsync(TestTenant tenant) => tenant.Get<IPageSubjects>().WithoutPageAsync(default);
}
