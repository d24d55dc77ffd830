using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Publish;
using AutoPortal.Pages.Versions;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Publish;

public sealed class ReleaseTests(TimedPagesFixture pages) : IClassFixture<TimedPagesFixture>
{
    [Fact]
    public async Task A_page_goes_live_when_another_person_lets_it_through()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        await using var reviewer = Other(author);
        var (page, release) = await SubmittedAsync(author);

        (await author.Get<DecideRelease>().ApproveAsync(release, default)).Refusal.ShouldBe(PageRefusals.NobodyReviewsTheirOwn);
        (await ShownAsync(author)).ShouldBeNull();
        (await FactsAsync(author, page)).ShouldSatisfyAllConditions(f => f.State.ShouldBe("draft"), f => f.Pending.ShouldBe("reviewing"));
        (await reviewer.Get<DecideRelease>().ApproveAsync(release, default)).IsOk.ShouldBeTrue();

        (await ShownAsync(author))!.Version.ShouldBe(1);
        (await PageAsync(author, page)).State.ShouldBe(PageState.Live);
        (await FactsAsync(author, page)).ShouldSatisfyAllConditions(f => f.State.ShouldBe("live"), f => f.Pending.ShouldBeNull());
    }

    [Fact]
    public async Task What_was_reviewed_is_what_is_shown_however_the_draft_goes_on()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        await using var reviewer = Other(author);
        var (page, release) = await SubmittedAsync(author, text: "审过的");

        await WriteAsync(author, page, Make.SoundDocument("没审过的"));
        await reviewer.Get<DecideRelease>().ApproveAsync(release, default);

        (await ShownAsync(author))!.Document.ShouldContain("审过的");
        (await ShownAsync(author))!.Document.ShouldNotContain("没审过的");
    }

    [Fact]
    public async Task A_version_that_was_sent_back_says_why_and_the_page_can_be_handed_in_again()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        await using var reviewer = Other(author);
        var (page, release) = await SubmittedAsync(author);

        (await reviewer.Get<DecideRelease>().RejectAsync(release, " ", default)).Refusal.ShouldBe(PageRefusals.ReasonIsMissing);
        (await reviewer.Get<DecideRelease>().RejectAsync(release, "价格写错了", default)).IsOk.ShouldBeTrue();

        (await ReleasesAsync(author, page)).Single().ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReleaseState.Rejected), r => r.Reason.ShouldBe("价格写错了"));
        (await author.Get<SubmitPage>().RunAsync(page, new(), default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task One_version_of_a_page_is_on_its_way_at_a_time_even_if_two_people_hand_it_in_at_once()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        var (page, first) = await SubmittedAsync(author);

        (await author.Get<SubmitPage>().RunAsync(page, new(), default)).Refusal.ShouldBe(PageRefusals.IsOnItsWay);
        (await author.Get<DecideRelease>().TakeBackAsync(first, default)).IsOk.ShouldBeTrue();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var somebody = Other(author);
            return await somebody.Get<SubmitPage>().RunAsync(page, new(), default);
        }));

        both.Count(o => o.IsOk).ShouldBe(1);
        (await ReleasesAsync(author, page)).Count(r => r.State is ReleaseState.Reviewing).ShouldBe(1);
    }

    [Fact]
    public async Task A_scheduled_version_comes_and_goes_at_its_times()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        await using var reviewer = Other(author);
        var (page, release) = await SubmittedAsync(author, new("国庆", pages.Time.GetUtcNow().AddHours(1), pages.Time.GetUtcNow().AddHours(3)));
        await reviewer.Get<DecideRelease>().ApproveAsync(release, default);

        await author.Get<MovePagesOn>().RunAsync(default);
        (await ShownAsync(author)).ShouldBeNull();
        pages.Time.Advance(TimeSpan.FromHours(1));
        await author.Get<MovePagesOn>().RunAsync(default);
        (await ShownAsync(author)).ShouldNotBeNull();
        pages.Time.Advance(TimeSpan.FromHours(2));
        await author.Get<MovePagesOn>().RunAsync(default);

        (await ShownAsync(author)).ShouldBeNull();
        (await PageAsync(author, page)).State.ShouldBe(PageState.Ended);
        (await ReleasesAsync(author, page)).Single().State.ShouldBe(ReleaseState.Ended);
    }

    [Fact]
    public async Task A_period_that_is_over_or_upside_down_is_refused()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        var page = await CreateAsync(author);
        var now = pages.Time.GetUtcNow();

        (await author.Get<SubmitPage>().RunAsync(page, new(LiveUntil: now.AddMinutes(-1)), default)).Refusal.ShouldBe(PageRefusals.PeriodIsOver);
        (await author.Get<SubmitPage>().RunAsync(page, new(LiveFrom: now.AddHours(2), LiveUntil: now.AddHours(1)), default)).Refusal.ShouldBe(PageRefusals.PeriodIsUpsideDown);
    }

    [Fact]
    public async Task An_earlier_version_comes_back_at_once_and_one_that_was_never_live_does_not()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        await using var reviewer = Other(author);
        var (page, first) = await SubmittedAsync(author, text: "第一版");
        await reviewer.Get<DecideRelease>().ApproveAsync(first, default);
        await WriteAsync(author, page, Make.SoundDocument("第二版"));
        var second = (await author.Get<SubmitPage>().RunAsync(page, new(), default)).Value;

        (await reviewer.Get<RollBackPage>().RunAsync(page, 2, "试试", default)).Refusal.ShouldBe(PageRefusals.WasNeverLive);
        await reviewer.Get<DecideRelease>().ApproveAsync(second, default);
        (await reviewer.Get<RollBackPage>().RunAsync(page, 1, "第二版价格有误", default)).IsOk.ShouldBeTrue();

        (await ShownAsync(author))!.Document.ShouldContain("第一版");
        (await PageAsync(author, page)).LiveVersion.ShouldBe(1);
        (await ReleasesAsync(author, page)).Count(r => r.State is ReleaseState.Live).ShouldBe(1);
        (await author.SentAsync<PagesDb>()).Count(m => m.Type == "pages.page_published").ShouldBe(3);
    }

    [Fact]
    public async Task Whoever_handed_a_page_in_hears_once_what_was_decided()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        await using var reviewer = Other(author);
        var from = pages.Time.GetUtcNow().AddDays(1);
        var (page, first) = await SubmittedAsync(author);
        await reviewer.Get<DecideRelease>().RejectAsync(first, "价格写错了", default);
        var second = (await author.Get<SubmitPage>().RunAsync(page, new(LiveFrom: from), default)).Value;
        await reviewer.Get<DecideRelease>().ApproveAsync(second, default);

        await author.DeliverAsync();
        await author.DeliverAsync();

        var rung = pages.Bell.Of(author.Facts.UserId!.Value);
        rung.Select(n => n.Code).ShouldBe(["pages.rejected", "pages.scheduled"]);
        rung[0].Values[2].ShouldBe("价格写错了");
        rung[1].Values[2].ShouldBe(ShanghaiTime.Of(from).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        rung.ShouldAllBe(n => n.Href == $"/app/pages?page_id={page}");
    }

    [Fact]
    public async Task A_page_with_faults_is_not_handed_in()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        var page = (await author.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.Document(Make.Notice("国家级品质"))), default)).Value;

        (await author.Get<SubmitPage>().RunAsync(page, new(), default)).Refusal!.Code.ShouldBe("pages.has_faults");
    }

    [Fact]
    public async Task Nobody_acts_without_the_permission_or_on_anothers_page()
    {
        await using var author = pages.Tenant(PagesPermissions.All);
        var (page, release) = await SubmittedAsync(author);
        await using var visitor = pages.Tenant();
        await using var stranger = pages.Tenant(PagesPermissions.All);

        (await visitor.Get<SubmitPage>().RunAsync(page, new(), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await visitor.Get<DecideRelease>().ApproveAsync(release, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await stranger.Get<SubmitPage>().RunAsync(page, new(), default)).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Get<DecideRelease>().ApproveAsync(release, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Get<RollBackPage>().RunAsync(page, 1, "x", default)).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public void Every_way_of_a_release_is_in_the_table_and_no_other()
    {
        var ways = from state in Enum.GetValues<ReleaseState>() from move in Enum.GetValues<ReleaseMove>() let to = ReleaseTransitions.Find(state, move) where to is not null select (state, to.Value);

        ways.Select(w => w.state).Distinct().ShouldBe([ReleaseState.Reviewing, ReleaseState.Scheduled, ReleaseState.Live], ignoreOrder: true);
        ways.ShouldNotContain(w => w.Value == ReleaseState.Reviewing);
    }

    private static async Task<PageFacts> FactsAsync(TestTenant tenant, Guid pageId)
    {
        var page = await PageAsync(tenant, pageId);
        return (await tenant.Get<IPageDirectory>().FindAsync(page.PathKind, page.Slug, default))!;
    }

    private static TestTenant Other(TestTenant author) => author.As(f => f with { UserId = Guid.CreateVersion7() });

    private async Task<(Guid Page, Guid Release)> SubmittedAsync(TestTenant author, ReleaseWish? wish = null, string text = "欢迎")
    {
        var page = await CreateAsync(author, text);
        var submitted = await author.Get<SubmitPage>().RunAsync(page, wish ?? new(), default);
        submitted.Refusal.ShouldBeNull();
        return (page, submitted.Value);
    }

    private static async Task<Guid> CreateAsync(TestTenant author, string text = "欢迎")
        => (await author.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.SoundDocument(text)), default)).Value;

    private Task WriteAsync(TestTenant author, Guid id, string document) => author.SaveAsync<PagesDb, int>(async db =>
    {
        (await db.Pages.SingleAsync(p => p.Id == id)).Write(PageDocument.Parse(document), pages.Time.GetUtcNow());
        return 0;
    });

    private static Task<Page> PageAsync(TestTenant tenant, Guid id) => tenant.ReadAsync<PagesDb, Page>(db => db.Pages.SingleAsync(p => p.Id == id));

    private static Task<PublishedPage?> ShownAsync(TestTenant tenant) => tenant.ReadAsync<PagesDb, PublishedPage?>(db => db.PublishedPages.SingleOrDefaultAsync());

    private static Task<List<PageRelease>> ReleasesAsync(TestTenant tenant, Guid page) => tenant.ReadAsync<PagesDb, List<PageRelease>>(db => db.PageReleases.Where(r => r.PageId == page).ToListAsync());
}
