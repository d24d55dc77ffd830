using System.Text.Json;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Masters;
using AutoPortal.Pages.Publish;
using AutoPortal.Pages.Versions;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Masters;

public sealed class CopyVersionTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task An_earlier_version_of_a_copy_comes_back_with_the_dealers_words_and_HQs_present_ones()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("第一版");
        await life.PublishCopyAsync();
        await life.DealerSaysAsync("第二版");
        await life.HqChangesRulesAsync("总部现在的规则");

        (await life.Dealer.Get<RestoreVersion>().RunAsync(life.Copy, 1, default)).IsOk.ShouldBeTrue();

        (await life.DraftAsync("one", "text")).ShouldBe("第一版");
        (await life.DraftAsync("rules", "title")).ShouldBe("总部现在的规则");
    }

    [Fact]
    public async Task What_came_back_survives_HQs_next_change()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("第一版");
        await life.PublishCopyAsync();
        await life.DealerSaysAsync("第二版");
        await life.HqChangesRulesAsync("规则二");
        await life.Dealer.Get<RestoreVersion>().RunAsync(life.Copy, 1, default);

        await life.HqChangesRulesAsync("规则三");

        (await life.DraftAsync("one", "text")).ShouldBe("第一版");
        (await life.DraftAsync("rules", "title")).ShouldBe("规则三");
        (await life.Dealer.Get<MasterQueries>().ConflictsAsync(life.Copy, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_that_HQ_has_locked_since_stay_HQs_and_the_person_is_told()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("第一版");
        await life.PublishCopyAsync();
        await life.HqAsync("one", new() { ["@open"] = new(JsonSerializer.SerializeToElement(new[] { "text" }), null) });

        var restored = await life.Dealer.Get<RestoreVersion>().RunAsync(life.Copy, 1, default);

        restored.Value.ShouldBe(1);
        (await life.DraftAsync("one", "text")).ShouldBe("欢迎");
    }

    [Fact]
    public async Task Restoring_can_be_undone_like_any_step()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("第一版");
        await life.PublishCopyAsync();
        await life.DealerSaysAsync("第二版");
        await life.Dealer.Get<RestoreVersion>().RunAsync(life.Copy, 1, default);

        (await life.Dealer.Get<UndoPageEdit>().RunAsync(life.Copy, Guid.CreateVersion7(), default)).Refusal.ShouldBeNull();

        (await life.DraftAsync("one", "text")).ShouldBe("第二版");
    }

    [Fact]
    public async Task A_document_that_changes_HQs_part_is_not_taken_in_place_of_the_draft()
    {
        await using var life = await LifeAsync();
        var draft = (await life.Dealer.Get<ReadDraft>().RunAsync(life.Copy, default))!.Document.Root;
        var bent = draft.With("rules", block => block.WithField("title", JsonSerializer.SerializeToElement("我们的规则")));

        (await life.Dealer.Get<EditPage>().RunAsync(life.Copy, new ReplacePage(null, bent), Guid.CreateVersion7(), default)).Refusal.ShouldBe(PageRefusals.IsHqs);
    }

    [Fact]
    public async Task An_earlier_version_that_goes_live_again_shows_HQs_present_words()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("第一版");
        await life.PublishCopyAsync();
        await life.HqChangesRulesAsync("总部现在的规则");
        await life.DealerSaysAsync("错误的第二版");
        await life.PublishCopyAsync();

        (await life.Hq.Get<RollBackPage>().RunAsync(life.Copy, 1, "第二版写错了", default)).IsOk.ShouldBeTrue();

        var shown = await life.ShownAsync();
        shown.ShouldContain("第一版");
        shown.ShouldContain("总部现在的规则");
    }

    [Fact]
    public async Task A_version_that_was_reviewed_while_HQ_went_on_is_brought_up_once_it_is_live()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("待审");
        var release = (await life.Dealer.Get<SubmitPage>().RunAsync(life.Copy, new ReleaseWish(), default)).Value;
        await life.HqChangesRulesAsync("总部现在的规则");

        (await life.Hq.Get<DecideRelease>().ApproveAsync(release, default)).IsOk.ShouldBeTrue();
        await life.MergeAllAsync();

        var shown = await life.ShownAsync();
        shown.ShouldContain("待审");
        shown.ShouldContain("总部现在的规则");
    }

    [Fact]
    public async Task When_HQ_goes_back_to_an_earlier_version_the_copies_follow()
    {
        await using var life = await LifeAsync();
        await life.DealerSaysAsync("本店");
        await life.HqChangesRulesAsync("写错的规则");

        (await life.Hq.Get<RollBackPage>().RunAsync(life.Master, 1, "规则写错了", default)).IsOk.ShouldBeTrue();
        await life.MergeAllAsync();

        (await life.DraftAsync("rules", "title")).ShouldNotBe("写错的规则");
        (await life.DraftAsync("one", "text")).ShouldBe("本店");
    }

    [Fact]
    public async Task A_new_name_that_HQ_gives_the_master_comes_to_its_copies()
    {
        await using var life = await LifeAsync();
        await life.PublishCopyAsync();
        await life.HqAsync(PageDocument.RootId, new() { ["title"] = new((await life.Hq.Get<ReadDraft>().RunAsync(life.Master, default))!.Document.Root.Field("title"), JsonSerializer.SerializeToElement("冬季试驾")) });

        (await life.Hq.ReadAsync<PagesDb, Page>(db => db.Pages.SingleAsync(p => p.Id == life.Copy))).Title.Zh.ShouldBe("冬季试驾");
        (await life.Hq.ReadAsync<PagesDb, PublishedPage>(db => db.PublishedPages.SingleAsync(p => p.Id == life.Copy))).Title.Zh.ShouldBe("冬季试驾");
    }

    [Fact]
    public async Task Another_dealers_copy_does_not_exist_here()
    {
        await using var life = await LifeAsync();
        await life.PublishCopyAsync();
        await using var west = life.Hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.West], UserId = Guid.CreateVersion7() });

        (await west.Get<RestoreVersion>().RunAsync(life.Copy, 1, default)).Refusal.ShouldBe(Refusal.NotFound);
    }

    private async Task<Life> LifeAsync()
    {
        var hq = pages.Tenant(PagesPermissions.All);
        var master = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.SoundDocument()), default)).Value;
        await hq.Get<EditPage>().RunAsync(master, new SetFields("one", new Dictionary<string, FieldChange> { ["@open"] = new(null, JsonSerializer.SerializeToElement(new[] { "text" })) }), Guid.CreateVersion7(), default);
        await hq.Get<OfferMaster>().RunAsync(master, true, default);
        await hq.Get<IPagePublishing>().PublishAsync(master, default);
        var dealer = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.East], UserId = Guid.CreateVersion7() });
        return new(hq, dealer, master, (await dealer.Get<AdaptMaster>().RunAsync(master, KnownDealers.East, default)).Value);
    }

    private sealed record Life(TestTenant Hq, TestTenant Dealer, Guid Master, Guid Copy) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Dealer.DisposeAsync();
            await Hq.DisposeAsync();
        }

        public async Task DealerSaysAsync(string words)
        {
            var seen = (await Dealer.Get<ReadDraft>().RunAsync(Copy, default))!.Document.Root.Find("one")!.Field("text");
            (await Dealer.Get<EditPage>().RunAsync(Copy, new SetFields("one", new Dictionary<string, FieldChange> { ["text"] = new(seen, JsonSerializer.SerializeToElement(words)) }), Guid.CreateVersion7(), default)).Refusal.ShouldBeNull();
        }

        public async Task HqChangesRulesAsync(string title)
        {
            var seen = (await Hq.Get<ReadDraft>().RunAsync(Master, default))!.Document.Root.Find("rules")!.Field("title");
            await HqAsync("rules", new() { ["title"] = new(seen, JsonSerializer.SerializeToElement(title)) });
        }

        public async Task HqAsync(string block, Dictionary<string, FieldChange> fields)
        {
            (await Hq.Get<EditPage>().RunAsync(Master, new SetFields(block, fields), Guid.CreateVersion7(), default)).Refusal.ShouldBeNull();
            await Hq.Get<IPagePublishing>().PublishAsync(Master, default);
            await MergeAllAsync();
        }

        public Task<Outcome> PublishCopyAsync() => Hq.Get<IPagePublishing>().PublishAsync(Copy, default);

        public async Task MergeAllAsync()
        {
            await using var house = Hq.AsSystem();
            while (await house.Get<RemergeCopies>().RunAsync(default))
            {
            }
        }

        public async Task<string?> DraftAsync(string block, string field) => (await Hq.Get<ReadDraft>().RunAsync(Copy, default))!.Document.Root.Find(block)!.Field(field)?.GetString();

        public Task<string> ShownAsync() => Hq.ReadAsync<PagesDb, string>(db => db.PublishedPages.Where(p => p.Id == Copy).Select(p => p.Document).SingleAsync());
    }
}
