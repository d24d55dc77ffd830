using System.Text.Json;
using AutoPortal.Pages.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Pages.Tests.Documents;

public sealed class PageEditingTests
{
    // Columns take columns only and stand anywhere; everything else stands anywhere but in a leaf.
    private static readonly PageEditing Editing = new((parent, child) => parent.Kind is not "leaf" && (parent.Kind is not "columns" || child.Kind is "column"));

    [Fact]
    public void Any_sequence_of_operations_is_taken_back_to_the_start_by_their_inverses()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ListOf(25).ToArbitrary(), seeds =>
        {
            var start = Start();
            var page = start;
            var inverses = new Stack<PageEdit>();
            foreach (var seed in seeds)
            {
                var edited = Editing.Apply(page, AnyEdit(page, new System.Random(seed)));
                if (edited.Inverse is { } inverse)
                {
                    inverses.Push(inverse);
                    page = edited.Document;
                }
            }

            var after = page;
            var redo = new Stack<PageEdit>();
            foreach (var inverse in inverses)
            {
                var undone = Editing.Apply(page, inverse);
                undone.Refusal.ShouldBeNull();
                redo.Push(undone.Inverse!);
                page = undone.Document;
            }

            page.ToJson().ShouldBe(start.ToJson());
            foreach (var again in redo)
            {
                page = Editing.Apply(page, again).Document;
            }

            page.ToJson().ShouldBe(after.ToJson());
            inverses.Count.ShouldBeGreaterThan(0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_operation_ever_loses_doubles_or_buries_a_block()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ListOf(40).ToArbitrary(), seeds =>
        {
            var page = Start();
            foreach (var seed in seeds)
            {
                page = Editing.Apply(page, AnyEdit(page, new System.Random(seed))).Document;
                PageDocument.Parse(page.ToJson()).ToJson().ShouldBe(page.ToJson());
                page.Root.Height().ShouldBeLessThanOrEqualTo(PageLimits.Depth + 1);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_history_survives_being_stored()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var page = Start();
            var edit = AnyEdit(page, new System.Random(seed));
            var stored = JsonSerializer.Deserialize<PageEdit>(JsonSerializer.Serialize(edit))!;

            Editing.Apply(page, stored).Document.ToJson().ShouldBe(Editing.Apply(page, edit).Document.ToJson());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_block_cannot_stand_in_itself_or_in_what_it_holds()
    {
        foreach (var target in new[] { "cols", "left", "inner" })
        {
            Editing.Apply(Start(), new PlaceBlocks([new("cols", target, 0)])).Refusal.ShouldBe(PageRefusals.BlockCannotStandInItself);
        }
    }

    [Fact]
    public void A_child_of_a_foreign_kind_is_refused_and_so_is_one_hidden_inside_another()
    {
        var hidden = Node("cols-2", "columns") with { Children = [Node("not-a-column", "leaf")] };

        Editing.Apply(Start(), new PutBlocks([new("cols", 0, Node("new", "leaf"))])).Refusal.ShouldBe(PageRefusals.BlockDoesNotFitThere);
        Editing.Apply(Start(), new PutBlocks([new(PageDocument.RootId, 0, hidden)])).Refusal.ShouldBe(PageRefusals.BlockDoesNotFitThere);
        Editing.Apply(Start(), new PlaceBlocks([new("first", "cols", 0)])).Refusal.ShouldBe(PageRefusals.BlockDoesNotFitThere);
    }

    [Fact]
    public void Blocks_stand_eight_deep_and_no_deeper()
    {
        var tower = Enumerable.Range(0, PageLimits.Depth).Reverse().Aggregate((PageNode?)null, (inner, i) => Node($"t{i}", "column") with { Children = inner is null ? [] : [inner] })!;

        var page = Editing.Apply(PageDocument.Empty, new PutBlocks([new(PageDocument.RootId, 0, tower)]));

        page.Refusal.ShouldBeNull();
        Editing.Apply(page.Document, new PutBlocks([new($"t{PageLimits.Depth - 1}", 0, Node("ninth", "leaf"))])).Refusal.ShouldBe(PageRefusals.TooDeep);
    }

    [Fact]
    public void An_id_that_is_there_already_is_refused()
        => Editing.Apply(Start(), new PutBlocks([new(PageDocument.RootId, 0, Node("inner", "leaf"))])).Refusal!.Code.ShouldBe("pages.block_id_is_taken");

    [Fact]
    public void Two_people_who_change_different_fields_of_one_block_both_have_their_way()
    {
        var page = Start();
        var hers = Editing.Apply(page, Set("first", "title", "旧", "她的"));

        var his = Editing.Apply(hers.Document, Set("first", "note", null, "他的"));

        his.Refusal.ShouldBeNull();
        his.Document.Root.Find("first")!.Settings["title"].GetString().ShouldBe("她的");
        his.Document.Root.Find("first")!.Settings["note"].GetString().ShouldBe("他的");
    }

    [Fact]
    public void Two_people_who_change_one_field_are_told_what_each_wanted()
    {
        var hers = Editing.Apply(Start(), Set("first", "title", "旧", "她的"));

        var his = Editing.Apply(hers.Document, Set("first", "title", "旧", "他的"));

        his.Refusal.ShouldBe(PageRefusals.FieldWasChanged);
        var conflict = his.Conflicts.Single();
        (conflict.BlockId, conflict.Field, conflict.Before?.GetString(), conflict.Theirs?.GetString(), conflict.Mine?.GetString()).ShouldBe(("first", "title", "旧", "她的", "他的"));
        his.Document.ToJson().ShouldBe(hers.Document.ToJson());
    }

    [Fact]
    public void What_somebody_changed_is_not_removed_by_one_who_has_not_seen_it()
    {
        var seen = Start();
        var changed = Editing.Apply(seen, Set("inner", "title", null, "新")).Document;

        var removed = Editing.Apply(changed, new TakeBlocks([new("cols", seen.Root.Find("cols")!.Fingerprint())]));

        removed.Refusal.ShouldBe(PageRefusals.BlockWasChanged);
    }

    private static PageDocument Start() => PageDocument.Parse("""
        { "format": 2, "settings": { "title": "页" }, "blocks": [
          { "kind": "leaf", "version": 1, "id": "first", "settings": { "title": "旧" } },
          { "kind": "columns", "version": 1, "id": "cols", "settings": {}, "children": [
            { "kind": "column", "version": 1, "id": "left", "settings": {}, "children": [{ "kind": "leaf", "version": 1, "id": "inner", "settings": {} }] },
            { "kind": "column", "version": 1, "id": "right", "settings": {} } ] },
          { "kind": "leaf", "version": 1, "id": "last", "settings": { "n": 1 } } ] }
        """);

    private static PageEdit AnyEdit(PageDocument page, System.Random dice)
    {
        var all = page.Root.WithDescendants().ToList();
        PageNode Any() => all[dice.Next(all.Count)];
        var block = Any();
        return dice.Next(5) switch
        {
            0 => new PutBlocks([new(Any().Id, dice.Next(5), Node($"n{dice.Next(100_000)}", dice.Next(3) switch { 0 => "leaf", 1 => "column", _ => "columns" })), new(Any().Id, 0, Node($"m{dice.Next(100_000)}", "leaf"))]),
            1 => new TakeBlocks([new(block.Id, dice.Next(2) == 0 ? null : block.Fingerprint())]),
            2 => new PlaceBlocks([new(block.Id, Any().Id, dice.Next(5)), new(Any().Id, Any().Id, dice.Next(3))]),
            3 => new PutBlocks([new(Any().Id, dice.Next(4), block.Copy(() => $"c{dice.Next(1_000_000)}"))]),
            _ => new SetFields(block.Id, new Dictionary<string, FieldChange>
            {
                ["title"] = new(block.Field("title"), dice.Next(3) == 0 ? null : Word($"字{dice.Next(9)}")),
                ["@lock"] = new(block.Field("@lock"), dice.Next(2) == 0 ? null : JsonSerializer.SerializeToElement(dice.Next(9))),
            }),
        };
    }

    private static SetFields Set(string id, string field, string? before, string? after)
        => new(id, new Dictionary<string, FieldChange> { [field] = new(before is null ? null : Word(before), after is null ? null : Word(after)) });

    private static JsonElement Word(string word) => JsonSerializer.SerializeToElement(word);

    private static PageNode Node(string id, string kind) => new() { Id = id, Kind = kind };
}
