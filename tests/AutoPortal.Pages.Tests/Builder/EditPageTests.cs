using System.Text.Json;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Builder;

public sealed class EditPageTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task An_operation_is_saved_at_once_and_gives_the_draft_its_next_number()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);

        var edited = await EditAsync(me, page, Put("new", "你好"));

        edited.Refusal.ShouldBeNull();
        edited.Draft!.Revision.ShouldBe(1);
        var stored = await StoredAsync(me, page);
        stored.Revision.ShouldBe(1);
        PageDocument.Parse(stored.Document).Blocks.Select(b => b.Id).ShouldBe(["new", "one"]);
    }

    [Fact]
    public async Task The_same_operation_sent_twice_is_done_once()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);
        var operation = NewId();

        await me.Get<EditPage>().RunAsync(page, Put("new", "你好"), operation, default);
        var again = await me.Get<EditPage>().RunAsync(page, Put("new", "你好"), operation, default);

        again.Refusal.ShouldBeNull();
        again.Draft!.Revision.ShouldBe(1);
        again.Draft.Document.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_hundred_steps_can_be_taken_back_and_done_again_from_another_screen()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);
        var start = (await ReadAsync(me, page)).Root.Fingerprint();
        for (var i = 0; i < 210; i++)
        {
            (await EditAsync(me, page, i % 3 == 2 ? new PlaceBlocks([new("one", PageDocument.RootId, 1)]) : Put($"n-{i}", $"第 {i} 步"))).Refusal.ShouldBeNull();
        }

        var end = (await ReadAsync(me, page)).Root.Fingerprint();
        await using var laterScreen = me.As(facts => facts);
        for (var i = 0; i < 210; i++)
        {
            (await laterScreen.Get<UndoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBeNull($"step {i}");
        }

        PageDocument.Parse((await StoredAsync(me, page)).Document).Root.Fingerprint().ShouldBe(start);
        (await laterScreen.Get<UndoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBe(PageRefusals.NothingToUndo);
        for (var i = 0; i < 210; i++)
        {
            (await me.Get<RedoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBeNull($"step {i}");
        }

        (await ReadAsync(me, page)).Root.Fingerprint().ShouldBe(end);
        (await me.Get<RedoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBe(PageRefusals.NothingToRedo);
    }

    [Fact]
    public async Task Everybody_takes_back_what_they_did_themselves()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        await using var colleague = Colleague(me);
        var page = await PageAsync(me);
        await EditAsync(me, page, Put("mine", "我的"));
        await EditAsync(colleague, page, Put("theirs", "同事的"));

        var undone = await me.Get<UndoPageEdit>().RunAsync(page, NewId(), default);

        undone.Draft!.Document.Blocks.Select(b => b.Id).ShouldBe(["theirs", "one"]);
        (await colleague.Get<UndoPageEdit>().RunAsync(page, NewId(), default)).Draft!.Document.Blocks.Select(b => b.Id).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Two_people_at_different_fields_of_one_block_lose_nothing()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        await using var colleague = Colleague(me);
        var page = await PageAsync(me);

        (await EditAsync(colleague, page, Set("one", "tone", null, "warning"))).Refusal.ShouldBeNull();
        (await EditAsync(me, page, Set("one", "text", "旧", "新"))).Refusal.ShouldBeNull();

        var block = (await ReadAsync(me, page)).Root.Find("one")!;
        block.Field("tone")!.Value.GetString().ShouldBe("warning");
        block.Field("text")!.Value.GetString().ShouldBe("新");
    }

    [Fact]
    public async Task The_same_field_changed_meanwhile_is_refused_and_told_with_both_values()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        await using var colleague = Colleague(me);
        var page = await PageAsync(me);
        await EditAsync(colleague, page, Set("one", "text", "旧", "同事写的"));

        var edited = await EditAsync(me, page, Set("one", "text", "旧", "我写的"));

        edited.Refusal.ShouldBe(PageRefusals.FieldWasChanged);
        var conflict = edited.Conflicts.ShouldHaveSingleItem();
        conflict.Theirs!.Value.GetString().ShouldBe("同事写的");
        conflict.Mine!.Value.GetString().ShouldBe("我写的");
        (await ReadAsync(me, page)).Root.Find("one")!.Field("text")!.Value.GetString().ShouldBe("同事写的");
    }

    [Fact]
    public async Task A_block_that_somebody_changed_is_not_removed_unseen()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        await using var colleague = Colleague(me);
        var page = await PageAsync(me);
        var seen = (await ReadAsync(me, page)).Root.Find("one")!.Fingerprint();
        await EditAsync(colleague, page, Set("one", "text", "旧", "同事写的"));

        (await EditAsync(me, page, new TakeBlocks([new("one", seen)]))).Refusal.ShouldBe(PageRefusals.BlockWasChanged);
    }

    [Fact]
    public async Task A_step_that_somebody_built_on_is_given_up_and_the_one_before_it_is_reached()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        await using var colleague = Colleague(me);
        var page = await PageAsync(me);
        await EditAsync(me, page, Put("first", "一"));
        await EditAsync(me, page, Put("second", "二"));
        await EditAsync(colleague, page, Set("second", "text", "二", "同事改过"));

        (await me.Get<UndoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBe(PageRefusals.StepWasOvertaken);
        var undone = await me.Get<UndoPageEdit>().RunAsync(page, NewId(), default);

        undone.Draft!.Document.Blocks.Select(b => b.Id).ShouldBe(["second", "one"]);
    }

    [Fact]
    public async Task What_is_put_in_and_stored_is_still_the_same_when_it_is_taken_back_by_another_node()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);
        var block = Notice("two-languages", "x") with { Settings = PageNode.Nothing.Add("text", JsonSerializer.SerializeToElement(new { zh = "中文", en = "English" })) };
        await EditAsync(me, page, new PutBlocks([new(PageDocument.RootId, 0, block)]));

        // Another node knows the draft only as the database gives it back, with the names in its own order.
        var stored = PageDocument.Parse((await StoredAsync(me, page)).Document);

        stored.Root.Find("two-languages")!.Fingerprint().ShouldBe(block.Fingerprint());
    }

    [Fact]
    public async Task Typing_in_one_field_is_one_step()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);
        await EditAsync(me, page, Set("one", "text", "旧", "旧的"));
        await EditAsync(me, page, Set("one", "text", "旧的", "旧的话"));

        var undone = await me.Get<UndoPageEdit>().RunAsync(page, NewId(), default);

        undone.Draft!.Document.Root.Find("one")!.Field("text")!.Value.GetString().ShouldBe("旧");
        (await me.Get<UndoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBe(PageRefusals.NothingToUndo);
        (await me.Get<RedoPageEdit>().RunAsync(page, NewId(), default)).Draft!.Document.Root.Find("one")!.Field("text")!.Value.GetString().ShouldBe("旧的话");
    }

    [Fact]
    public async Task Title_and_look_of_the_page_are_fields_of_its_root_and_stand_in_its_row()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);
        var before = (await ReadAsync(me, page)).Root.Field("title");

        await me.Get<EditPage>().RunAsync(page, new SetFields(PageDocument.RootId, new Dictionary<string, FieldChange>(StringComparer.Ordinal)
        {
            ["title"] = new(before, JsonSerializer.SerializeToElement("新标题")),
            ["brand"] = new(null, JsonSerializer.SerializeToElement("#0a7d5c")),
        }), NewId(), default);

        var stored = await StoredAsync(me, page);
        stored.Title.Zh.ShouldBe("新标题");
        stored.Theme.ShouldBe(new PageTheme("#0a7d5c"));
    }

    [Fact]
    public async Task Content_that_nobody_could_read_is_refused()
    {
        await using var me = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(me);

        (await EditAsync(me, page, new PutBlocks([new(PageDocument.RootId, 0, Notice("bomb", "x") with { Kind = "nosuch" })]))).Refusal.ShouldBe(PageRefusals.BlockIsUnreadable);
        (await me.Get<EditPage>().RunAsync(page, new SetFields("one", new Dictionary<string, FieldChange>(StringComparer.Ordinal) { ["text"] = new(JsonSerializer.SerializeToElement("旧"), JsonSerializer.SerializeToElement(7)) }), NewId(), default))
            .Refusal.ShouldBe(PageRefusals.BlockIsUnreadable);
        (await ReadAsync(me, page)).Blocks.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_tenants_page_does_not_exist_here_and_nobody_edits_without_the_permission()
    {
        await using var owner = pages.Tenant(PagesPermissions.All);
        var page = await PageAsync(owner);
        await using var stranger = pages.Tenant(PagesPermissions.All);
        await using var reader = owner.As(facts => facts with { Permissions = [] });

        (await EditAsync(stranger, page, Put("new", "x"))).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Get<UndoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBe(Refusal.NotFound);
        (await EditAsync(reader, page, Put("new", "x"))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await reader.Get<RedoPageEdit>().RunAsync(page, NewId(), default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    private static Guid NewId() => Ids.New(TimeProvider.System);

    private static TestTenant Colleague(TestTenant me) => me.As(facts => facts with { UserId = NewId(), UserName = "同事" });

    private static async Task<Guid> PageAsync(TestTenant tenant)
        => (await tenant.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.Document(Make.Notice("旧"))), default)).Value;

    private static Task<EditedDraft> EditAsync(TestTenant who, Guid page, PageEdit edit) => who.Get<EditPage>().RunAsync(page, edit, NewId(), default);

    private static PutBlocks Put(string id, string text) => new([new(PageDocument.RootId, 0, Notice(id, text))]);

    private static PageNode Notice(string id, string text) => new() { Id = id, Kind = "notice", Settings = PageNode.Nothing.Add("text", JsonSerializer.SerializeToElement(text)) };

    private static SetFields Set(string id, string field, string? before, string after)
        => new(id, new Dictionary<string, FieldChange>(StringComparer.Ordinal) { [field] = new(before is null ? null : JsonSerializer.SerializeToElement(before), JsonSerializer.SerializeToElement(after)) });

    private static async Task<PageDocument> ReadAsync(TestTenant who, Guid page)
    {
        await using var db = await who.Get<IDbContextFactory<PagesDb>>().CreateDbContextAsync();
        return (await who.Get<Drafts>().ReadAsync(db, page, default))!.Document;
    }

    private static Task<Pages.Domain.Page> StoredAsync(TestTenant who, Guid page)
        => who.ReadAsync<PagesDb, Pages.Domain.Page>(db => db.Pages.AsNoTracking().SingleAsync(p => p.Id == page));
}
