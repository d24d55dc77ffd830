using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Masters;
using AutoPortal.Pages.Masters.Copies;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Masters;

public sealed class MakeCopiesTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const int OpenDealers = 8;

    [Fact]
    public async Task Every_open_dealer_gets_one_copy_and_one_that_has_its_own_is_passed_over()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await using var dealer = At(hq, KnownDealers.East);
        var own = (await dealer.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value;

        await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default);
        await MakeAllAsync(hq);

        var copies = await CopiesAsync(hq, master);
        copies.Count.ShouldBe(OpenDealers);
        copies.ShouldContain(c => c.Id == own);
        copies.ShouldAllBe(c => c.MasterVersion == 1);
        var progress = (await hq.Get<CopyQueries>().ProgressAsync(master, default))!;
        (progress.State, progress.Made, progress.PassedOver, progress.Waiting).ShouldBe(("done", OpenDealers - 1, 1, 0));
    }

    [Fact]
    public async Task A_dealer_that_takes_the_offer_while_copies_are_made_is_passed_over()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.OfDealers(KnownDealers.East, KnownDealers.West), default);
        await using var dealer = At(hq, KnownDealers.East);
        await dealer.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default);

        await MakeAllAsync(hq);

        (await CopiesAsync(hq, master)).Count.ShouldBe(2);
        (await hq.Get<CopyQueries>().ProgressAsync(master, default))!.PassedOver.ShouldBe(1);
    }

    [Fact]
    public async Task Two_clicks_at_once_are_one_order()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await using var other = hq.As(f => f);

        var answers = await Task.WhenAll(
            hq.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default),
            other.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default));
        await Task.WhenAll(MakeAllAsync(hq), MakeAllAsync(hq));
        await MakeAllAsync(hq);

        answers.Count(a => a.IsOk).ShouldBe(1);
        answers.Single(a => !a.IsOk).Refusal.ShouldBe(PageRefusals.CopiesAreBeingMade);
        (await CopiesAsync(hq, master)).Count.ShouldBe(OpenDealers);
    }

    [Fact]
    public async Task What_is_called_off_is_not_made_and_can_be_ordered_again()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        var order = (await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default)).Value;

        (await hq.Get<CancelCopies>().RunAsync(order, default)).IsOk.ShouldBeTrue();
        await MakeAllAsync(hq);

        (await CopiesAsync(hq, master)).ShouldBeEmpty();
        (await hq.Get<CancelCopies>().RunAsync(order, default)).Refusal.ShouldBe(PageRefusals.CopyingIsOver);
        (await hq.Get<CopyQueries>().ProgressAsync(master, default))!.Waiting.ShouldBe(OpenDealers);
        (await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_dealers_staff_neither_order_nor_call_off_nor_see_who_else_has_a_copy()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        var order = (await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.OfDealers(KnownDealers.East), default)).Value;
        await MakeAllAsync(hq);
        await using var west = At(hq, KnownDealers.West);

        (await west.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await west.Get<CancelCopies>().RunAsync(order, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await west.Get<CopyQueries>().ProgressAsync(master, default)).ShouldBeNull();
        (await west.Get<CopyQueries>().CandidatesAsync(master, default)).ShouldBeEmpty();
        (await west.Get<CopyQueries>().ListAsync(master, PageRequest.First(10), default)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_tenants_master_does_not_exist_here()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        var order = (await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default)).Value;
        await using var stranger = pages.Tenant(PagesPermissions.All);

        (await stranger.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Get<CancelCopies>().RunAsync(order, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Get<CopyQueries>().ListAsync(master, PageRequest.First(10), default)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_says_what_is_missing()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var page = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage("plain", Make.SoundDocument()), default)).Value;
        var master = await OfferedAsync(hq);
        var orders = hq.Get<OrderCopies>();

        (await orders.RunAsync(page, CopyChoice.All, default)).Refusal.ShouldBe(PageRefusals.IsNoMaster);
        (await orders.RunAsync(master, CopyChoice.OfDealers(), default)).Refusal.ShouldBe(PageRefusals.NoDealerChosen);
        (await orders.RunAsync(master, CopyChoice.OfDealers(KnownDealers.IdOf(9)), default)).Refusal.ShouldBe(PageRefusals.NoDealerChosen);
        await orders.RunAsync(master, CopyChoice.OfDealers(KnownDealers.East), default);
        await MakeAllAsync(hq);
        (await orders.RunAsync(master, CopyChoice.OfDealers(KnownDealers.East), default)).Refusal.ShouldBe(PageRefusals.AllHaveCopies);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_and_the_others_are_made()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage("autumn-d2", Make.SoundDocument()), default);

        await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.OfDealers(KnownDealers.East, KnownDealers.West), default);
        await MakeAllAsync(hq);

        var progress = (await hq.Get<CopyQueries>().ProgressAsync(master, default))!;
        progress.Made.ShouldBe(1);
        progress.Refused.ShouldHaveSingleItem().ShouldBe(("辰星上海2店", PageRefusals.SlugIsTaken.Code));
    }

    [Fact]
    public async Task Copies_are_listed_page_by_page_those_with_conflicts_first_and_found_by_their_dealer()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await hq.Get<OrderCopies>().RunAsync(master, CopyChoice.All, default);
        await MakeAllAsync(hq);
        var met = (await CopiesAsync(hq, master)).Single(c => c.Dealer == "辰星上海4店");
        await hq.SaveAsync<PagesDb>(new PageConflict(Guid.CreateVersion7(), met.Id, 2, new MergeConflict(ConflictKind.NowRequired, "one"), DateTimeOffset.UtcNow));

        var queries = hq.Get<CopyQueries>();
        var seen = new List<CopyRow>();
        string? after = null;
        do
        {
            var page = await queries.ListAsync(master, PageRequest.First(3) with { After = after }, default);
            seen.AddRange(page.Rows);
            after = page.NextAfter;
        }
        while (after is not null);

        seen.Count.ShouldBe(OpenDealers);
        seen.Select(c => c.Id).Distinct().Count().ShouldBe(OpenDealers);
        (seen[0].Dealer, seen[0].Open).ShouldBe(("辰星上海4店", 1));
        (await queries.ListAsync(master, PageRequest.First(3) with { Search = "苏州" }, default)).Rows.Single().Dealer.ShouldBe("辰星苏州店");
        (await queries.ListAsync(master, PageRequest.First(3) with { Filters = new Dictionary<string, string> { ["state"] = "conflicts" } }, default)).Total.ShouldBe(1);
    }

    private static TestTenant At(TestTenant hq, Guid dealer) => hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [dealer], UserId = Guid.CreateVersion7() });

    private static async Task<Guid> OfferedAsync(TestTenant hq)
    {
        var page = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.SoundDocument()), default)).Value;
        await hq.Get<OfferMaster>().RunAsync(page, true, default);
        await hq.Get<IPagePublishing>().PublishAsync(page, default);
        return page;
    }

    private static async Task MakeAllAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        while (await house.Get<MakeCopies>().RunAsync(default))
        {
        }
    }

    private static async Task<IReadOnlyList<CopyRow>> CopiesAsync(TestTenant tenant, Guid master) => (await tenant.Get<CopyQueries>().ListAsync(master, PageRequest.First(100), default)).Rows;
}
