using AutoPortal.Pages.Domain;

namespace AutoPortal.Pages.Tests.Domain;

public sealed class PageDocumentTests
{
    [Fact]
    public void A_document_keeps_what_it_does_not_understand()
    {
        var stored = """{"blocks":[{"kind":"from_the_future","id":"x","什么":[1,{"a":null}]}],"layout":"wide"}""";

        PageDocument.Parse(stored).ToJson().ShouldBe(stored);
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
    public void A_malformed_document_is_refused_with_a_reason(string stored)
    {
        var fault = Should.Throw<FormatException>(() => PageDocument.Parse(stored));

        fault.Message.ShouldNotBeNullOrWhiteSpace();
    }
}
