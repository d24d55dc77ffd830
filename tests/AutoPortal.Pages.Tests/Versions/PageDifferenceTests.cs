using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Versions;

namespace AutoPortal.Pages.Tests.Versions;

public sealed class PageDifferenceTests
{
    private static readonly PageDocument Before = PageDocument.Parse("""
        { "format": 2, "settings": { "title": "页" }, "blocks": [
          { "kind": "notice", "version": 1, "id": "a", "settings": { "text": "甲" } },
          { "kind": "columns", "version": 1, "id": "b", "settings": {}, "children": [{ "kind": "notice", "version": 1, "id": "b1", "settings": {} }] },
          { "kind": "notice", "version": 1, "id": "c", "settings": {} },
          { "kind": "notice", "version": 1, "id": "d", "settings": {} } ] }
        """);

    [Fact]
    public void The_same_document_has_no_difference() => PageDifference.Between(Before, Before).Blocks.ShouldBeEmpty();

    [Fact]
    public void A_changed_word_is_named_with_what_it_was()
    {
        var found = After(page => page.With("a", a => a.WithField("text", System.Text.Json.JsonSerializer.SerializeToElement("乙")))).Single();

        (found.Id, found.Change).ShouldBe(("a", BlockChange.Changed));
        found.Fields.Single().ShouldSatisfyAllConditions(f => f.Name.ShouldBe("text"), f => f.Before!.Value.GetString().ShouldBe("甲"), f => f.After!.Value.GetString().ShouldBe("乙"));
    }

    [Fact]
    public void One_block_that_was_carried_past_others_is_the_one_that_moved()
        => After(page => page.Without("a").Insert(PageDocument.RootId, 3, page.Find("a")!)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(b => b.Id.ShouldBe("a"), b => b.Change.ShouldBe(BlockChange.Moved));

    [Fact]
    public void A_block_that_went_into_another_has_moved_and_its_new_neighbours_have_not()
        => After(page => page.Without("c").Insert("b", 0, page.Find("c")!)).ShouldHaveSingleItem().Id.ShouldBe("c");

    [Fact]
    public void What_came_and_what_went_is_named_with_everything_inside()
    {
        var found = After(page => page.Without("b").Insert(PageDocument.RootId, 0, new PageNode { Id = "new", Kind = "notice" }));

        found.Select(b => (b.Id, b.Change)).ShouldBe([("new", BlockChange.Added), ("b", BlockChange.Removed), ("b1", BlockChange.Removed)]);
    }

    [Fact]
    public void The_pages_own_settings_count()
        => After(page => page.WithField("title", null)).ShouldHaveSingleItem().Id.ShouldBe(PageDocument.RootId);

    private static IReadOnlyList<BlockDifference> After(Func<PageNode, PageNode> change) => PageDifference.Between(Before, new PageDocument(change(Before.Root))).Blocks;
}
