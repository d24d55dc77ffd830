using System.Text.Json;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Library;
using AutoPortal.Pages.Masters;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Masters;

public sealed class MasterLifeTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_dealer_adapts_what_HQ_opened_and_HQs_change_comes_without_taking_it_away()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await using var dealer = At(hq, KnownDealers.East);
        var copy = (await dealer.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value;

        (await SetAsync(dealer, copy, "one", "text", "本店欢迎您")).Refusal.ShouldBeNull();
        (await SetAsync(dealer, copy, "rules", "title", "我们的规则")).Refusal.ShouldBe(PageRefusals.IsHqs);
        await SetAsync(hq, master, "rules", "title", "新规则");
        await hq.Get<IPagePublishing>().PublishAsync(master, default);
        await MergeAllAsync(hq);

        var document = await DocumentAsync(hq, copy);
        document.Root.Find("one")!.Settings["text"].GetString().ShouldBe("本店欢迎您");
        document.Root.Find("rules")!.Settings["title"].GetString().ShouldBe("新规则");
        (await dealer.Get<MasterQueries>().ConflictsAsync(copy, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_customers_see_of_a_copy_follows_HQ_and_shows_nothing_of_the_dealers_draft()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await using var dealer = At(hq, KnownDealers.East);
        var copy = (await dealer.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value;
        await hq.Get<IPagePublishing>().PublishAsync(copy, default);
        await SetAsync(dealer, copy, "one", "text", "还没审核");

        await SetAsync(hq, master, "rules", "title", "新规则");
        await hq.Get<IPagePublishing>().PublishAsync(master, default);
        await MergeAllAsync(hq);

        var shown = await hq.ReadAsync<PagesDb, PublishedPage>(db => db.PublishedPages.SingleAsync(p => p.Id == copy));
        shown.Version.ShouldBe(2);
        shown.Document.ShouldContain("新规则");
        shown.Document.ShouldNotContain("还没审核");
    }

    [Fact]
    public async Task A_conflict_is_listed_until_it_is_settled_and_HQs_word_can_be_taken()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await using var dealer = At(hq, KnownDealers.East);
        var copy = (await dealer.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value;
        await SetAsync(dealer, copy, "one", "text", "本店");
        await SetAsync(hq, master, "one", "text", "总部新词");
        await hq.Get<IPagePublishing>().PublishAsync(master, default);
        await MergeAllAsync(hq);

        var conflict = (await dealer.Get<MasterQueries>().ConflictsAsync(copy, default)).ShouldHaveSingleItem();
        (await dealer.Get<SettleConflict>().RunAsync(conflict.Id, takeHqs: true, default)).IsOk.ShouldBeTrue();

        (await DocumentAsync(hq, copy)).Root.Find("one")!.Settings["text"].GetString().ShouldBe("总部新词");
        (await dealer.Get<MasterQueries>().ConflictsAsync(copy, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dealer_sees_its_own_pages_and_the_masters_only_and_gets_one_copy_of_each()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var master = await OfferedAsync(hq);
        await using var east = At(hq, KnownDealers.East);
        await using var west = At(hq, KnownDealers.West);
        var copy = (await east.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value;

        (await east.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value.ShouldBe(copy);
        (await east.Get<AdaptMaster>().RunAsync(master, KnownDealers.West, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await west.Get<PageQueries>().ListAsync(AutoPortal.Kernel.Paging.PageRequest.First(10), default)).Rows.ShouldBeEmpty();
        (await west.Get<PageQueries>().FindAsync(copy, default)).ShouldBeNull();
        (await SetAsync(west, copy, "one", "text", "x")).Refusal.ShouldBe(Refusal.NotFound);
        (await east.Get<PageQueries>().ListAsync(AutoPortal.Kernel.Paging.PageRequest.First(10), default)).Rows.Single().Id.ShouldBe(copy);
        (await east.Get<MasterQueries>().OfferedAsync(KnownDealers.East, default)).Single().CopyId.ShouldBe(copy);
        (await west.Get<MasterQueries>().OfferedAsync(KnownDealers.West, default)).Single().CopyId.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_is_not_offered_or_not_live_cannot_be_adapted()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var page = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.SoundDocument()), default)).Value;
        await using var dealer = At(hq, KnownDealers.East);

        (await dealer.Get<AdaptMaster>().RunAsync(page, KnownDealers.East, default)).Refusal.ShouldBe(PageRefusals.IsNoMaster);
        (await dealer.Get<OfferMaster>().RunAsync(page, true, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        await hq.Get<OfferMaster>().RunAsync(page, true, default);
        (await dealer.Get<AdaptMaster>().RunAsync(page, KnownDealers.East, default)).Refusal.ShouldBe(PageRefusals.IsNoMaster);
    }

    private static TestTenant At(TestTenant hq, Guid dealer)
        => hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [dealer], UserId = Guid.CreateVersion7() });

    private static async Task<Guid> OfferedAsync(TestTenant hq)
    {
        var page = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.SoundDocument()), default)).Value;
        var opened = await hq.Get<EditPage>().RunAsync(page, new SetFields("one", new Dictionary<string, FieldChange> { ["@open"] = new(null, JsonSerializer.SerializeToElement(new[] { "text" })) }), Guid.CreateVersion7(), default);
        opened.Refusal.ShouldBeNull();
        await hq.Get<OfferMaster>().RunAsync(page, true, default);
        await hq.Get<IPagePublishing>().PublishAsync(page, default);
        return page;
    }

    private static async Task<EditedDraft> SetAsync(TestTenant tenant, Guid page, string block, string field, string value)
    {
        var seen = (await tenant.Get<ReadDraft>().RunAsync(page, default))?.Document.Root.Find(block)?.Field(field);
        return await tenant.Get<EditPage>().RunAsync(page, new SetFields(block, new Dictionary<string, FieldChange> { [field] = new(seen, JsonSerializer.SerializeToElement(value)) }), Guid.CreateVersion7(), default);
    }

    private static async Task MergeAllAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        while (await house.Get<RemergeCopies>().RunAsync(default))
        {
        }
    }

    private static async Task<PageDocument> DocumentAsync(TestTenant tenant, Guid page)
        => PageDocument.Parse(await tenant.ReadAsync<PagesDb, string>(db => db.Pages.Where(p => p.Id == page).Select(p => p.Document).SingleAsync()));
}
