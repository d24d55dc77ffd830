using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Tests.Documents;

public sealed class PageDocumentTests
{
    [Fact]
    public void A_document_keeps_what_it_does_not_understand()
    {
        var stored = """{"format":2,"layout":"wide","settings":{"mood":[1]},"blocks":[{"kind":"from_the_future","version":7,"id":"x","@wind":3,"settings":{"什么":[1,{"a":null}]},"children":[{"kind":"also_unknown","version":1,"id":"y","settings":{}}]}]}""";

        PageDocument.Parse(stored).ToJson().ShouldBe(stored);
    }

    [Fact]
    public void Settings_that_stood_beside_the_kind_in_the_first_format_are_lifted()
    {
        var page = PageDocument.Parse("""{ "blocks": [{ "kind": "hero", "version": 1, "id": "top", "title": "您好" }] }""");

        var hero = page.Blocks.Single();
        hero.Settings["title"].GetString().ShouldBe("您好");
        hero.Marks.ShouldBeEmpty();
        PageDocument.Parse(page.ToJson()).ToJson().ShouldBe(page.ToJson());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "blocks": {} }""")]
    [InlineData("""{ "blocks": [1] }""")]
    [InlineData("""{ "blocks": [{ "id": "a" }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "hero" }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "hero", "id": "has space" }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "hero", "id": "a" }, { "kind": "faq", "id": "a" }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "columns", "id": "a", "children": [{ "kind": "faq", "id": "a" }] }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "hero", "id": "a", "settings": [] }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "hero", "id": "a", "children": {} }] }""")]
    [InlineData("""{ "blocks": [{ "kind": "hero", "id": "page" }] }""")]
    public void A_malformed_document_is_refused_with_a_reason(string stored)
    {
        var fault = Should.Throw<FormatException>(() => PageDocument.Parse(stored));

        fault.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_document_made_to_burst_is_refused_before_it_does_harm()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"kind":"columns","id":"x","children":[""", 40)) + string.Concat(Enumerable.Repeat("]}", 40));
        var veryDeep = string.Concat(Enumerable.Repeat("[", 100_000));
        var many = string.Join(',', Enumerable.Range(0, PageLimits.Blocks + 1).Select(i => $$"""{"kind":"notice","id":"n{{i}}"}"""));
        var long_ = new string('字', PageLimits.Characters);

        foreach (var stored in new[] { $$"""{"blocks":[{{deep}}]}""", $$"""{"blocks":{{veryDeep}}}""", $$"""{"blocks":[{{many}}]}""", $$"""{"blocks":[{"kind":"notice","id":"a","text":"{{long_}}"}]}""" })
        {
            Should.Throw<FormatException>(() => PageDocument.Parse(stored));
        }
    }

    [Fact]
    public void A_character_that_is_none_is_refused_and_letters_that_look_like_it_are_not()
    {
        Should.Throw<FormatException>(() => PageDocument.Parse(Make.Document(Make.Notice("a\\u0000b"))));
        PageDocument.Parse(Make.Document(Make.Notice("a\\\\u0000b"))).Blocks.Count.ShouldBe(1);
    }
}
