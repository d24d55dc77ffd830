using System.Collections.Immutable;
using System.Text.Json;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Masters;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Pages.Tests.Masters;

public sealed class MasterMergeTests
{
    private static readonly PageEditing Editing = new((parent, _) => parent.Kind is not "leaf");

    [Fact]
    public void What_HQ_changed_comes_and_what_the_dealer_changed_stays()
    {
        var copy = Do(Copy(), Set("hero", "title", "本店试驾"));
        var master = Do(Master(), Set("rules", "body", "新规则"), Put(PageDocument.RootId, 1, "news"));

        var merged = MasterMerge.Run(Master(), master, copy);

        merged.Conflicts.ShouldBeEmpty();
        Word(merged, "hero", "title").ShouldBe("本店试驾");
        Word(merged, "rules", "body").ShouldBe("新规则");
        merged.Document.Blocks.Select(b => b.Id).ShouldBe(["hero", "news", "slot", "extra", "rules"]);
    }

    [Fact]
    public void A_dealers_block_stays_behind_the_neighbour_it_follows()
    {
        var copy = Do(Copy(), Put("slot", 1, "mine"));
        var master = Do(Master(), Put("slot", 0, "first"), new PlaceBlocks([new("slot", PageDocument.RootId, 0)]));

        var merged = MasterMerge.Run(Master(), master, copy);

        merged.Document.Root.Find("slot")!.Children.Select(c => c.Id).ShouldBe(["first", "given", "mine"]);
        merged.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void Where_both_changed_an_open_setting_the_dealers_stands_and_HQs_is_told()
    {
        var merged = MasterMerge.Run(Master(), Do(Master(), Set("hero", "title", "总部新题")), Do(Copy(), Set("hero", "title", "本店")));

        Word(merged, "hero", "title").ShouldBe("本店");
        merged.Conflicts.Single().ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(ConflictKind.BothChanged), c => c.Hqs!.Value.GetString().ShouldBe("总部新题"), c => c.Dealers!.Value.GetString().ShouldBe("本店"));
    }

    [Fact]
    public void A_setting_that_HQ_closed_takes_HQs_word_and_keeps_the_dealers_in_the_list()
    {
        var closed = Do(Master(), new SetFields("hero", new Dictionary<string, FieldChange> { ["@open"] = new(Master().Root.Find("hero")!.Field("@open"), null) }));

        var merged = MasterMerge.Run(Master(), closed, Do(Copy(), Set("hero", "title", "本店")));

        Word(merged, "hero", "title").ShouldBe("标题");
        merged.Conflicts.Single().ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(ConflictKind.NowLocked), c => c.Dealers!.Value.GetString().ShouldBe("本店"));
    }

    [Fact]
    public void A_block_that_HQ_removed_stays_as_the_dealers_own_only_where_the_dealer_worked_on_it()
    {
        var without = Do(Master(), new TakeBlocks([new("slot"), new("extra")]));

        var merged = MasterMerge.Run(Master(), without, Do(Copy(), Put("slot", 0, "mine")));

        merged.Document.Root.Find("mine").ShouldNotBeNull();
        merged.Document.Root.Find("slot")!.IsHqs().ShouldBeFalse();
        merged.Document.Root.Find("extra").ShouldBeNull();
        merged.Conflicts.Select(c => (c.Kind, c.BlockId)).ShouldBe([(ConflictKind.RemovedByHq, "slot")]);
    }

    [Fact]
    public void What_a_dealer_left_out_stays_out_until_HQ_requires_it()
    {
        var copy = Do(Copy(), new TakeBlocks([new("extra")]));
        var required = Do(Master(), new SetFields("extra", new Dictionary<string, FieldChange> { ["@optional"] = new(JsonSerializer.SerializeToElement(true), null) }));

        MasterMerge.Run(Master(), Master(), copy).Document.Root.Find("extra").ShouldBeNull();
        MasterMerge.Run(Master(), Do(Master(), Set("extra", "text", "新")), copy).Conflicts.Single().Kind.ShouldBe(ConflictKind.ChangedWhileLeftOut);
        var merged = MasterMerge.Run(Master(), required, copy);
        merged.Document.Root.Find("extra").ShouldNotBeNull();
        merged.Conflicts.Single().Kind.ShouldBe(ConflictKind.NowRequired);
    }

    [Fact]
    public void Whatever_HQ_does_no_edit_of_a_dealer_is_ever_lost()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var dice = new System.Random(seed);
            var copy = Wander(Copy(), dice, 12, edit => CopyRules.Forbidden(_at, edit) is null, "d");
            var master = Wander(Master(), dice, 12, _ => true, "h");

            var merged = MasterMerge.Run(Master(), master, copy);

            var before = Master().Root.WithDescendants().ToDictionary(b => b.Id);
            foreach (var block in copy.Root.WithDescendants())
            {
                var result = merged.Document.Root.Find(block.Id);
                if (!before.TryGetValue(block.Id, out var was))
                {
                    result.ShouldNotBeNull($"the dealer's block {block.Id} of {seed}");
                    result.Settings.ShouldBe(block.Settings, new Elements());
                    continue;
                }

                foreach (var field in block.Settings.Keys.Where(f => !Same(block.Field(f), was.Field(f))))
                {
                    var stands = result is not null && Same(result.Field(field), block.Field(field));
                    var isTold = merged.Conflicts.Any(c => c.BlockId == block.Id && c.Field == field && Same(c.Dealers, block.Field(field)));
                    (stands || isTold).ShouldBeTrue($"{block.Id}.{field} of {seed}");
                }
            }

            merged.Document.Misfit().ShouldBeNull(seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_once_more_changes_nothing()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var dice = new System.Random(seed);
            var copy = Wander(Copy(), dice, 10, edit => CopyRules.Forbidden(_at, edit) is null, "d");
            var master = Wander(Master(), dice, 10, _ => true, "h");
            var merged = MasterMerge.Run(Master(), master, copy);

            var again = MasterMerge.Run(master, master, merged.Document);

            again.Document.ToJson().ShouldBe(merged.Document.ToJson());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("hero", "title", true)]
    [InlineData("hero", "picture", false)]
    [InlineData("hero", "@open", false)]
    [InlineData("rules", "body", false)]
    public void A_dealer_sets_only_what_HQ_opened(string block, string field, bool isAllowed)
        => (CopyRules.Forbidden(Copy(), Set(block, field, "x")) is null).ShouldBe(isAllowed);

    [Fact]
    public void A_dealer_adds_only_into_slots_and_removes_only_own_and_optional_blocks()
    {
        var copy = Do(Copy(), Put("slot", 0, "mine"));

        CopyRules.Forbidden(copy, Put("slot", 0, "other")).ShouldBeNull();
        CopyRules.Forbidden(copy, Put(PageDocument.RootId, 0, "other")).ShouldBe(PageRefusals.IsHqs);
        CopyRules.Forbidden(copy, new TakeBlocks([new("mine")])).ShouldBeNull();
        CopyRules.Forbidden(copy, new TakeBlocks([new("extra")])).ShouldBeNull();
        CopyRules.Forbidden(copy, new TakeBlocks([new("rules")])).ShouldBe(PageRefusals.IsHqs);
        CopyRules.Forbidden(copy, new PlaceBlocks([new("rules", "slot", 0)])).ShouldBe(PageRefusals.IsHqs);
        CopyRules.Forbidden(copy, new ReplacePage(null, copy.Root)).ShouldBe(PageRefusals.IsHqs);
    }

    [ThreadStatic] private static PageDocument _at = null!;

    private static PageDocument Wander(PageDocument page, System.Random dice, int steps, Func<PageEdit, bool> isAllowed, string who)
    {
        for (var i = 0; i < steps; i++)
        {
            _at = page;
            var all = page.Root.WithDescendants().ToList();
            PageNode Any() => all[dice.Next(all.Count)];
            var block = Any();
            PageEdit edit = dice.Next(6) switch
            {
                0 => Put(Any().Id, dice.Next(4), $"{who}{dice.Next(100_000)}", dice.Next(2) == 0 ? "box" : "leaf"),
                1 => new TakeBlocks([new(block.Id)]),
                2 => new PlaceBlocks([new(block.Id, Any().Id, dice.Next(4))]),
                3 => new SetFields(block.Id, new Dictionary<string, FieldChange> { ["@open"] = new(block.Field("@open"), dice.Next(2) == 0 ? null : JsonSerializer.SerializeToElement(new[] { "*" })) }),
                _ => Set(block.Id, dice.Next(2) == 0 ? "title" : "text", $"{who}{dice.Next(9)}", block),
            };
            if (isAllowed(edit))
            {
                page = Editing.Apply(page, edit).Document;
            }
        }

        return page;
    }

    private static PageDocument Master() => PageDocument.Parse("""
        { "format": 2, "settings": { "title": "页" }, "blocks": [
          { "kind": "leaf", "version": 1, "id": "hero", "open": ["title"], "settings": { "title": "标题", "picture": "p" } },
          { "kind": "box", "version": 1, "id": "slot", "slot": true, "settings": {}, "children": [{ "kind": "leaf", "version": 1, "id": "given", "open": ["*"], "settings": { "text": "送" } }] },
          { "kind": "leaf", "version": 1, "id": "extra", "optional": true, "settings": { "text": "可选" } },
          { "kind": "leaf", "version": 1, "id": "rules", "settings": { "body": "规则" } } ] }
        """);

    private static PageDocument Copy() => new(Master().Root.AsHqs());

    private static PageDocument Do(PageDocument page, params PageEdit[] edits)
        => edits.Aggregate(page, (at, edit) => Editing.Apply(at, edit) is { Refusal: null } done ? done.Document : throw new InvalidOperationException("refused"));

    private static SetFields Set(string id, string field, string value, PageNode? seen = null)
        => new(id, new Dictionary<string, FieldChange> { [field] = new((seen ?? Master().Root.Find(id))?.Field(field), JsonSerializer.SerializeToElement(value)) });

    private static PutBlocks Put(string parent, int index, string id, string kind = "leaf") => new([new(parent, index, new PageNode { Id = id, Kind = kind })]);

    private static string? Word(MergedCopy merged, string id, string field) => merged.Document.Root.Find(id)!.Settings[field].GetString();

    private static bool Same(JsonElement? one, JsonElement? other) => one is { } a && other is { } b ? JsonElement.DeepEquals(a, b) : one.HasValue == other.HasValue;

    private sealed class Elements : IEqualityComparer<KeyValuePair<string, JsonElement>>
    {
        public bool Equals(KeyValuePair<string, JsonElement> x, KeyValuePair<string, JsonElement> y) => x.Key == y.Key && JsonElement.DeepEquals(x.Value, y.Value);

        public int GetHashCode(KeyValuePair<string, JsonElement> obj) => obj.Key.GetHashCode(StringComparison.Ordinal);
    }
}
