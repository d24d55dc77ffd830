using System.Text.Json;
using System.Text.Json.Nodes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Templates;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class EveryBlockTests : BlockStage
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> javascript:alert(1) 😀 ' or 1=1--";

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_fresh_block_can_be_shown_at_once(string kind)
    {
        var fresh = (Block)Activator.CreateInstance(Catalog.Kinds.Single(k => k.Code == kind).BlockType)!;

        Draw(fresh).Find(".pg-main").ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_an_author_writes_stays_words(string kind)
    {
        foreach (var written in new[] { Hostile, new string('新', 5000), string.Concat(Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 140)) })
        {
            var drawn = Draw(Filled(kind, written));

            drawn.FindAll("script").ShouldBeEmpty();
            drawn.FindAll("[onerror]").ShouldBeEmpty();
            drawn.FindAll("img[src=x]").ShouldBeEmpty();
            drawn.FindAll("[style]").ShouldBeEmpty();
            drawn.FindAll("a").ShouldAllBe(a => !a.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Every_block_of_the_template_is_drawn_in_both_languages()
    {
        var blocks = PageDocument.Parse(TemplateCatalog.Fill(PageTemplates.TestDrive, new Dictionary<string, LocalText>
        {
            ["title"] = new("金秋试驾季", "Autumn drive"),
            ["operator"] = new("辰星汽车", "Chenxing Motors"),
            ["ends_at"] = "2026-11-30T18:00:00+08:00",
        })!).Blocks;

        var drawn = Catalog.ReadAll(blocks, default);

        drawn.Count.ShouldBe(blocks.Count - 1, "all but the form, which belongs to another module");
        foreach (var one in drawn)
        {
            Draw(one.Block).Find("#it, .pg-main").TextContent.ShouldNotContain("{{");
            Draw(one.Block, PageLanguages.English).Find(".pg-main").TextContent.ShouldNotMatch("\\p{IsCJKUnifiedIdeographs}", one.Kind.Code);
        }
    }

    // Puts the same words into every place of the block's JSON that holds words, drawings and addresses included.
    private Block Filled(string kind, string words)
    {
        var template = PageDocument.Parse(TemplateCatalog.Fill(PageTemplates.TestDrive, new Dictionary<string, LocalText>())!);
        var block = template.Blocks.FirstOrDefault(b => b.Kind == kind)
            ?? Catalog.Write((Block)Activator.CreateInstance(Catalog.Kinds.Single(k => k.Code == kind).BlockType)! with { Id = "x" });
        foreach (var (name, value) in block.Settings.Where(p => p.Key is not "endsAt"))
        {
            block = block.WithField(name, JsonSerializer.SerializeToElement(Replace(JsonNode.Parse(value.GetRawText()), words)));
        }

        foreach (var address in new[] { "privacyHref", "reportHref", "callHref" })
        {
            block = block.WithField(address, JsonSerializer.SerializeToElement(words));
        }

        return Catalog.ReadAll([block], default).Single().Block;
    }

    private static JsonNode? Replace(JsonNode? node, string words) => node switch
    {
        JsonObject one => new JsonObject(one.Select(p => KeyValuePair.Create(p.Key, Replace(p.Value, words)))),
        JsonArray many => new JsonArray([.. many.Select(n => Replace(n, words))]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => JsonValue.Create(words),
        _ => node?.DeepClone(),
    };
}
