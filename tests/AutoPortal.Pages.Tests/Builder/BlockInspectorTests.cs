using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Platform.Contracts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Builder;

/// <summary>Settings as an author meets them: made from the record, whatever kind it is.</summary>
public sealed class BlockInspectorTests : BunitContext
{
    private readonly List<FieldSet> _saved = [];

    public BlockInspectorTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddGenericBlocks();
        Services.AddBlock<EveryFieldBlock, Blank>("every_field");
        Services.AddSingleton<BlockCatalog>();
        Services.AddSingleton<FieldsOfKinds>();
        Services.AddScoped<BlockWords>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<IFieldChoices>(new Cities());
        Services.AddSingleton<ISeriesCatalogue>(new KnownSeries());
        Services.AddSingleton<IOrganisation>(new KnownDealers());
    }

    [Fact]
    public void Every_kind_of_the_house_can_be_edited()
    {
        foreach (var kind in Services.GetRequiredService<BlockCatalog>().Kinds)
        {
            var shown = Show(kind.Code);

            foreach (var field in Services.GetRequiredService<FieldsOfKinds>().Of(kind.BlockType))
            {
                shown.FindAll($"[data-field={field.Name}]").ShouldNotBeEmpty($"{kind.Code}.{field.Name}");
            }
        }
    }

    [Fact]
    public async Task Words_are_saved_in_their_language_when_the_field_is_left()
    {
        var shown = Show("every_field");
        var english = shown.FindAll("[data-field=words] input")[1];

        await english.InputAsync(new() { Value = "Hello" });
        await english.BlurAsync(new());

        var (field, value, _) = _saved.ShouldHaveSingleItem();
        field.ShouldBe("words");
        value!.Value.Deserialize<LocalText>().ShouldBe(new LocalText("你好", "Hello"));
    }

    [Theory, InlineData("99"), InlineData("many")]
    public async Task A_number_out_of_its_range_stays_in_the_field_and_is_not_saved(string typed)
    {
        var shown = Show("every_field");

        await TypeAsync(shown, "[data-field=count] input", typed);

        _saved.ShouldBeEmpty();
        shown.Find("[data-field=count] .error").TextContent.ShouldNotBeNullOrWhiteSpace();
        shown.Find("[data-field=count] input").GetAttribute("value").ShouldBe(typed);
        shown.Find("[data-field=count] input").GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task Money_is_typed_in_yuan_and_stored_in_fen()
    {
        var shown = Show("every_field");

        await TypeAsync(shown, "[data-field=priceFen] input", "1,299.50");

        _saved.ShouldHaveSingleItem().Value!.Value.GetInt64().ShouldBe(129_950);
    }

    [Fact]
    public async Task A_moment_is_that_of_a_clock_in_Shanghai()
    {
        var shown = Show("every_field");

        await shown.Find("[data-field=endsAt] input").ChangeAsync(new() { Value = "2026-12-01T09:30" });

        _saved.ShouldHaveSingleItem().Value!.Value.GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 12, 1, 9, 30, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public async Task A_link_that_could_run_script_is_refused_with_what_may_stand_there()
    {
        var shown = Show("every_field");

        await TypeAsync(shown, "[data-field=href] input", "javascript:alert(1)");

        _saved.ShouldBeEmpty();
        shown.Find("[data-field=href] .error").TextContent.ShouldContain("https");
    }

    [Fact]
    public async Task Words_answer_what_stood_there_when_typing_began_whatever_a_colleague_saved_meanwhile()
    {
        var node = new PageNode { Id = "it", Kind = "every_field" }.WithField("href", Json("/old"));
        var shown = Show(node);
        await shown.Find("[data-field=href] input").InputAsync(new() { Value = "/mine" });

        shown.Render(inspector => inspector.Add(i => i.Node, node.WithField("href", Json("/theirs"))));
        await shown.Find("[data-field=href] input").BlurAsync(new());

        var set = _saved.ShouldHaveSingleItem();
        set.Value!.Value.GetString().ShouldBe("/mine");
        set.Seen!.Value!.Value.GetString().ShouldBe("/old");
    }

    [Fact]
    public async Task Entries_are_added_moved_and_removed_until_there_are_enough()
    {
        var shown = Show("every_field");

        await shown.Find("[data-field=parts] > button").ClickAsync(new());
        _saved[^1].Value!.Value.GetArrayLength().ShouldBe(2);
        await shown.Find("[data-field=parts] .acts button:last-child").ClickAsync(new());

        _saved[^1].Value!.Value.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Choices_of_the_tenant_are_found_by_name()
    {
        var shown = Show("every_field");

        await shown.Find("[data-field=city] input").InputAsync(new() { Value = "上" });
        await shown.Find("[data-field=city] .found button").ClickAsync(new());

        _saved.ShouldHaveSingleItem().Value!.Value.GetString().ShouldBe("sh");
    }

    [Fact]
    public void Looks_stand_in_a_part_of_their_own_and_the_page_has_settings_too()
    {
        var shown = Show(PageDocument.RootId, PageDocument.RootId);

        shown.FindAll(".part").Count.ShouldBe(2);
        shown.FindAll(".part")[1].QuerySelectorAll("[data-field]").Select(f => f.GetAttribute("data-field")).ShouldBe(["brand", "radius", "skin"]);
        PageSettings.Of(PageDocument.Empty).Radius.ShouldBe(12);
    }

    private IRenderedComponent<BlockInspector> Show(string kind, string id = "it") => Show(new PageNode { Id = id, Kind = kind });

    private IRenderedComponent<BlockInspector> Show(PageNode node)
        => Render<BlockInspector>(inspector => inspector
            .Add(i => i.Node, node)
            .Add(i => i.Page, node.Id == PageDocument.RootId ? new PageDocument(node) : PageDocument.Empty)
            .Add(i => i.OnSet, EventCallback.Factory.Create<FieldSet>(this, _saved.Add)));

    private static JsonElement Json(string word) => JsonSerializer.SerializeToElement(word);

    private static async Task TypeAsync(IRenderedComponent<BlockInspector> shown, string field, string text)
    {
        await shown.Find(field).InputAsync(new() { Value = text });
        await shown.Find(field).BlurAsync(new());
    }

    private sealed class Blank : BlockComponent<EveryFieldBlock>;

    private sealed record EveryFieldBlock : Block
    {
        public LocalText Words { get; init; } = "你好";

        [Range(1, 10)]
        public int Count { get; init; } = 3;

        [Fen]
        public long PriceFen { get; init; }

        public DateTimeOffset? EndsAt { get; init; }

        [Link]
        public string? Href { get; init; }

        [Most(2)]
        public IReadOnlyList<EveryPart> Parts { get; init; } = [new()];

        [ChoicesFrom("cities")]
        public string? City { get; init; }
    }

    private sealed record EveryPart
    {
        public LocalText Title { get; init; } = "";
    }

    private sealed class Cities : IFieldChoices
    {
        public string Source => "cities";

        public Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct) => Task.FromResult<IReadOnlyList<FieldChoice>>([new("sh", "上海")]);

        public Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct) => FindAsync("", ct);
    }
}
