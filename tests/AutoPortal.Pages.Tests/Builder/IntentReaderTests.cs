using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Builder.Canvas;
using AutoPortal.Pages.Builder.Session;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Builder;

public sealed class IntentReaderTests
{
    private static readonly BlockCatalog Catalog = new ServiceCollection().AddLogging().AddGenericBlocks().AddSingleton<BlockCatalog>().BuildServiceProvider().GetRequiredService<BlockCatalog>();
    private static readonly PageEditing Editing = new(Catalog.MayStandIn);
    private readonly PageDocument _page = PageDocument.Parse(Make.Document([.. "abcdef".Select(id => Make.Notice($"{id}", $"{id}"))]));

    [Theory]
    [InlineData("b,c", 6, "adefbc")]
    [InlineData("b,c", 0, "bcadef")]
    [InlineData("b,e", 3, "acbedf")]
    [InlineData("c", 4, "abdcef")]
    public void Several_blocks_move_together_and_keep_their_order(string ids, int index, string expected)
    {
        var edit = new IntentReader(Catalog).Read(new BuilderIntent { Act = "move", Ids = ids.Split(','), Index = index }, _page, 0);

        string.Concat(Editing.Apply(_page, edit.Value!).Document.Blocks.Select(b => b.Id)).ShouldBe(expected);
    }

    [Fact]
    public void A_new_block_takes_the_plain_word_of_its_kind_as_its_anchor_while_it_is_free()
    {
        var first = Put(_page, "hero");
        var second = Put(first, "hero");

        first.Blocks[^1].Id.ShouldBe("hero");
        second.Blocks[^1].Id.ShouldStartWith("hero-");
    }

    [Fact]
    public void What_is_copied_comes_back_with_new_ids_and_the_same_words()
    {
        var text = Clip.Write([_page.Blocks[1], _page.Blocks[2]]);

        var edit = new IntentReader(Catalog).Read(new BuilderIntent { Act = "paste", Ids = ["d"], Blocks = text }, _page, 0);

        var pasted = Editing.Apply(_page, edit.Value!).Document;
        pasted.Blocks.Count.ShouldBe(8);
        pasted.Blocks[3].Id.ShouldBe("d");
        pasted.Blocks[4].Field("text")!.Value.GetString().ShouldBe("b");
        pasted.Blocks[5].Field("text")!.Value.GetString().ShouldBe("c");
    }

    [Theory]
    [InlineData("some words")]
    [InlineData("{\"type\":\"autoportal-blocks\",\"blocks\":[{\"kind\":7}]}")]
    [InlineData("{\"type\":\"autoportal-blocks\",\"blocks\":null}")]
    [InlineData("[[[[")]
    [InlineData("")]
    public void Anything_else_in_the_clipboard_is_nothing_to_paste(string text)
        => new IntentReader(Catalog).Read(new BuilderIntent { Act = "paste", Blocks = text }, _page, 0).Refusal.ShouldBe(PageRefusals.NothingToPaste);

    [Fact]
    public void What_was_meant_on_an_older_draft_is_not_deleted_without_a_look()
    {
        var edit = new IntentReader(Catalog).Read(new BuilderIntent { Act = "delete", Ids = ["a"], Seen = 3 }, _page, 4);

        Editing.Apply(_page, edit.Value!).Refusal.ShouldBe(PageRefusals.BlockWasChanged);
    }

    [Fact]
    public void Only_what_changed_is_drawn_again()
    {
        var moved = Editing.Apply(_page, new PlaceBlocks([new("f", PageDocument.RootId, 0)])).Document;
        var written = Editing.Apply(_page, new SetFields("c", new Dictionary<string, FieldChange>(StringComparer.Ordinal) { ["text"] = new(_page.Root.Find("c")!.Field("text"), System.Text.Json.JsonSerializer.SerializeToElement("neu")) })).Document;

        PageDifference.Between(_page, moved).Redrawn.ShouldBeEmpty();
        PageDifference.Between(_page, moved).Order!.First().ShouldBe("f");
        PageDifference.Between(_page, written).Redrawn.Select(b => b.Id).ShouldBe(["c"]);
        PageDifference.Between(_page, written).Order.ShouldBeNull();
        PageDifference.Between(_page, PageDocument.Parse(_page.ToJson())).IsNothing.ShouldBeTrue();
    }

    private static PageDocument Put(PageDocument page, string kind)
        => Editing.Apply(page, new IntentReader(Catalog).Read(new BuilderIntent { Act = "put", Kind = kind, Index = 99 }, page, 0).Value!).Document;
}
